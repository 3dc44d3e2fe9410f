SELECT * FROM (
  SELECT CAST((CAST(17 AS BIGINT) DIV nullif(CAST(5 AS BIGINT), 0)) AS BIGINT) AS `quotient`, CAST((CAST(17 AS BIGINT) DIV nullif(CAST(0 AS BIGINT), 0)) AS BIGINT) AS `no quotient`, CAST(CAST(unix_date(`start`) AS BIGINT) AS BIGINT) AS `number`, CAST(CAST(unix_date(DATE '0001-01-01') AS BIGINT) AS BIGINT) AS `before`, CAST(date_from_unix_date(CAST(CAST(19417 AS BIGINT) AS INT)) AS DATE) AS `day`, CAST(make_date(CAST(CAST(2020 AS BIGINT) AS INT), CAST(CAST(2 AS BIGINT) AS INT), CAST(CAST(29 AS BIGINT) AS INT)) AS DATE) AS `leap`, (xxhash64(`id`, CAST(1 AS BIGINT)) = xxhash64('A2', CAST(1 AS BIGINT))) AS `same`, CAST(CAST(levenshtein('kitten', 'sitting') AS BIGINT) AS BIGINT) AS `edits`, CAST(CAST(levenshtein('Perú', 'Peru') AS BIGINT) AS BIGINT) AS `accents`, CAST((CAST(conv(substring(md5('abc'), 1, 13), 16, 10) AS BIGINT) / CAST('4503599627370496' AS DOUBLE)) AS DOUBLE) AS `uniform` FROM (
    SELECT * FROM `activity` AS `t`
    WHERE (`id` = 'A2')
  ) AS `t`
) AS `t`
ORDER BY `quotient` ASC NULLS LAST;
