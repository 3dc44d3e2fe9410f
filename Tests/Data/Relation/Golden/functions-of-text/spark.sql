SELECT * FROM (
  SELECT CAST((`id` || '-é🌍') AS STRING) AS `text`, CAST(('a' || CAST(NULL AS STRING)) AS STRING) AS `missing`, CAST(CAST(char_length('é🌍x') AS BIGINT) AS BIGINT) AS `length`, CAST(substring('résumé', CAST(CAST(2 AS BIGINT) AS INT), CAST(CAST(3 AS BIGINT) AS INT)) AS STRING) AS `part`, CAST(upper('perú') AS STRING) AS `upper`, CAST(trim('  a b ') AS STRING) AS `trimmed`, CAST(replace('a.b.c', '.', '') AS STRING) AS `replaced`, startswith('50%', '50') AS `starts`, contains('50%_', '%_') AS `contains` FROM (
    SELECT * FROM `activity` AS `t`
    WHERE (`id` = 'A2')
  ) AS `t`
) AS `t`
ORDER BY `text` ASC NULLS LAST;
