SELECT * FROM (
  SELECT CAST((CAST(17 AS BIGINT) // nullif(CAST(5 AS BIGINT), 0)) AS BIGINT) AS "quotient", CAST((CAST(17 AS BIGINT) // nullif(CAST(0 AS BIGINT), 0)) AS BIGINT) AS "no quotient", CAST(date_diff('day', DATE '1970-01-01', "start") AS BIGINT) AS "number", CAST(date_diff('day', DATE '1970-01-01', DATE '0001-01-01') AS BIGINT) AS "before", CAST((DATE '1970-01-01' + CAST(CAST(19417 AS BIGINT) AS INTEGER)) AS DATE) AS "day", CAST(make_date(CAST(2020 AS BIGINT), CAST(2 AS BIGINT), CAST(29 AS BIGINT)) AS DATE) AS "leap", (CAST(hash("id", CAST(1 AS BIGINT)) >> 1 AS BIGINT) = CAST(hash('A2', CAST(1 AS BIGINT)) >> 1 AS BIGINT)) AS "same", CAST(levenshtein('kitten', 'sitting') AS BIGINT) AS "edits" FROM (
    SELECT * FROM "activity" AS "t"
    WHERE ("id" = 'A2')
  ) AS "t"
) AS "t"
ORDER BY "quotient" ASC NULLS LAST;
