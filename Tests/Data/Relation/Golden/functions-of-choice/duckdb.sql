SELECT * FROM (
  SELECT CAST(year("start") AS BIGINT) AS "year", CAST(month("start") AS BIGINT) AS "month", CAST(day("start") AS BIGINT) AS "day", CAST(CASE WHEN ("amount" > CAST('1.00' AS DECIMAL(18,2))) THEN 'large' ELSE 'small' END AS VARCHAR) AS "size", CAST(coalesce(CAST(NULL AS VARCHAR), 'b') AS VARCHAR) AS "first", CAST(nullif('a', 'a') AS VARCHAR) AS "none", (CAST(NULL AS VARCHAR) IS NOT DISTINCT FROM CAST(NULL AS VARCHAR)) AS "same", CAST('12' AS BIGINT) AS "whole", TRY_CAST('12x' AS BIGINT) AS "bad", CAST(greatest(CAST(1 AS BIGINT), CAST(5 AS BIGINT), CAST(3 AS BIGINT)) AS BIGINT) AS "greatest" FROM "activity" AS "t"
  WHERE ("id" = 'A2')
) AS "t"
ORDER BY "year" ASC NULLS LAST;
