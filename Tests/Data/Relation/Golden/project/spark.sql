SELECT * FROM (
  SELECT `id`, CAST((CAST(`amount` AS DECIMAL(19,2)) + `amount`) AS DECIMAL(19,2)) AS `double amount` FROM `activity` AS `t`
) AS `t`
ORDER BY `id` ASC NULLS LAST;
