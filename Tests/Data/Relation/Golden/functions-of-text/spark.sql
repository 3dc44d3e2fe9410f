SELECT * FROM (
  SELECT CAST((`id` || '-é🌍') AS STRING) AS `text`, CAST(('a' || CAST(NULL AS STRING)) AS STRING) AS `missing`, CAST(CAST(char_length('é🌍x') AS BIGINT) AS BIGINT) AS `length`, CAST(substring('résumé', CAST(CAST(2 AS BIGINT) AS INT), CAST(CAST(3 AS BIGINT) AS INT)) AS STRING) AS `part`, CAST(upper('perú') AS STRING) AS `upper`, CAST(trim('  a b ') AS STRING) AS `trimmed`, CAST(replace('a.b.c', '.', '') AS STRING) AS `replaced`, startswith('50%', '50') AS `starts`, contains('50%_', '%_') AS `contains`, CAST(ltrim('  a b ') AS STRING) AS `start`, CAST(rtrim('  a b ') AS STRING) AS `end`, CAST(CAST(instr('é🌍x', 'x') AS BIGINT) AS BIGINT) AS `place`, CAST(CAST(instr('é🌍x', 'y') AS BIGINT) AS BIGINT) AS `no place`, ('ab12' RLIKE concat('^(?:', '[a-z]+[0-9]+', ')$')) AS `matches`, ('ab12-' RLIKE concat('^(?:', '[a-z]+[0-9]+', ')$')) AS `part matches` FROM `activity` AS `t`
  WHERE (`id` = 'A2')
) AS `t`
ORDER BY `text` ASC NULLS LAST;
