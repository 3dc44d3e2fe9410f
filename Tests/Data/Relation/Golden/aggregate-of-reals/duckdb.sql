SELECT * FROM (
  SELECT sum("share") AS "sum" FROM "activity" AS "t"
) AS "t"
ORDER BY "sum" ASC NULLS LAST;
