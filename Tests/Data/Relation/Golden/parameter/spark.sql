SELECT * FROM (
  SELECT `id` FROM `activity` AS `t`
  WHERE ((`partner` = 'GHA') AND (`year` > CAST(2022 AS BIGINT)))
) AS `t`
ORDER BY `id` ASC NULLS LAST;
