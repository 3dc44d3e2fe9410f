SELECT * FROM (
  SELECT CAST((CAST("amount" AS DECIMAL(19,2)) * "amount") AS DECIMAL(37,4)) AS "product", CAST((- "amount") AS DECIMAL(18,2)) AS "negative", CAST(("share" / nullif(CAST('0.5' AS DOUBLE), CAST('0' AS DOUBLE))) AS DOUBLE) AS "half", CAST(("share" / nullif(CAST('0.0' AS DOUBLE), CAST('0' AS DOUBLE))) AS DOUBLE) AS "nothing", CAST(floor(CAST('2.5' AS DOUBLE)) AS DOUBLE) AS "floor", CAST(ceil(CAST('2.5' AS DOUBLE)) AS DOUBLE) AS "ceiling", CAST(sqrt(CAST('6.25' AS DOUBLE)) AS DOUBLE) AS "root", CAST(power(CAST('2.0' AS DOUBLE), CAST('10.0' AS DOUBLE)) AS DOUBLE) AS "power", CAST(("year" - CAST(23 AS BIGINT)) AS BIGINT) AS "difference", CAST((CAST(-5 AS BIGINT) % nullif(CAST(3 AS BIGINT), 0)) AS BIGINT) AS "rest", CAST((CAST(5 AS BIGINT) % nullif(CAST(0 AS BIGINT), 0)) AS BIGINT) AS "no rest" FROM "activity" AS "t"
  WHERE ("id" = 'A2')
) AS "t"
ORDER BY "product" ASC NULLS LAST;
