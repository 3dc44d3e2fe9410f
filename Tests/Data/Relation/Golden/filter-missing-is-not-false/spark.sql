SELECT * FROM (
  SELECT `id` FROM (
    SELECT * FROM `activity` AS `t`
    WHERE (NOT `public`)
  ) AS `t`
) AS `t`
ORDER BY `id` ASC NULLS LAST;
