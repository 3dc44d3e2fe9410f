SELECT * FROM (
  SELECT `id` FROM (
    SELECT * FROM `activity` AS `t`
    WHERE (`year` >= CAST(2023 AS BIGINT))
  ) AS `t`
) AS `t`
ORDER BY `id` ASC NULLS LAST;
