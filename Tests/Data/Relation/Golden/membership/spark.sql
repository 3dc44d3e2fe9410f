SELECT * FROM (
  SELECT `id` FROM (
    SELECT * FROM `activity` AS `t`
    WHERE (`id` IN ('A\'5\\', 'A3', 'x'))
  ) AS `t`
) AS `t`
ORDER BY `id` ASC NULLS LAST;
