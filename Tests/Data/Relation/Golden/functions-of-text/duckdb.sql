SELECT * FROM (
  SELECT CAST(("id" || '-é🌍') AS VARCHAR) AS "text", CAST(('a' || CAST(NULL AS VARCHAR)) AS VARCHAR) AS "missing", CAST(length('é🌍x') AS BIGINT) AS "length", CAST(substring('résumé', CAST(2 AS BIGINT), CAST(3 AS BIGINT)) AS VARCHAR) AS "part", CAST(upper('perú') AS VARCHAR) AS "upper", CAST(trim('  a b ') AS VARCHAR) AS "trimmed", CAST(replace('a.b.c', '.', '') AS VARCHAR) AS "replaced", starts_with('50%', '50') AS "starts", contains('50%_', '%_') AS "contains", CAST(ltrim('  a b ') AS VARCHAR) AS "start", CAST(rtrim('  a b ') AS VARCHAR) AS "end", CAST(instr('é🌍x', 'x') AS BIGINT) AS "place", CAST(instr('é🌍x', 'y') AS BIGINT) AS "no place", regexp_full_match('ab12', '[a-z]+[0-9]+') AS "matches", regexp_full_match('ab12-', '[a-z]+[0-9]+') AS "part matches" FROM "activity" AS "t"
  WHERE ("id" = 'A2')
) AS "t"
ORDER BY "text" ASC NULLS LAST;
