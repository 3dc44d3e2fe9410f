SELECT * FROM (
  SELECT *, CAST(row_number() OVER (PARTITION BY "year" ORDER BY "id" ASC NULLS LAST) AS BIGINT) AS "number", CAST(rank() OVER (ORDER BY "year" ASC NULLS LAST) AS BIGINT) AS "rank", CAST(dense_rank() OVER (ORDER BY "year" ASC NULLS LAST) AS BIGINT) AS "dense", lag("year", 1) OVER (ORDER BY "id" ASC NULLS LAST) AS "before", lead("id", 1) OVER (PARTITION BY "year" ORDER BY "id" ASC NULLS LAST) AS "after", count(*) OVER (ORDER BY "id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "running", first_value("id") OVER (PARTITION BY "year" ORDER BY "id" ASC NULLS LAST) AS "first" FROM (
    SELECT "id", "year" FROM "activity" AS "t"
  ) AS "t"
) AS "t"
ORDER BY "id" ASC NULLS LAST;
