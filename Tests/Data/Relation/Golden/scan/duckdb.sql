SELECT * FROM "partner" AS "t"
ORDER BY "code" ASC NULLS LAST;
