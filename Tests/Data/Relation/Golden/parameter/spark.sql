SELECT * FROM (
  SELECT `id` FROM (
    SELECT * FROM `activity` AS `t`
    WHERE ((`partner` = 'GHA') AND (`year` > CAST(2022 AS BIGINT)))
  ) AS `t`
) AS `t`
ORDER BY `id` ASC NULLS LAST;
