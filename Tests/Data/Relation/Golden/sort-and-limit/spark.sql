SELECT * FROM (
  SELECT `id`, `amount` FROM `activity` AS `t`
) AS `t`
ORDER BY `amount` DESC NULLS FIRST, `id` ASC NULLS LAST
LIMIT 2 OFFSET 1;
