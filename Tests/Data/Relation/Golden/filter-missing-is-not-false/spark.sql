SELECT * FROM (
  SELECT `id` FROM `activity` AS `t`
  WHERE (NOT `public`)
) AS `t`
ORDER BY `id` ASC NULLS LAST;
