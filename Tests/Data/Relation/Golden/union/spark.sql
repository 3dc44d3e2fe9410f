SELECT * FROM (
  SELECT * FROM (
    (SELECT `code` FROM `partner` AS `t`)
    UNION ALL
    (SELECT `partner` AS `code` FROM `activity` AS `t`)
  ) AS `t`
  WHERE (`code` IS NOT NULL)
) AS `t`
ORDER BY `code` ASC NULLS LAST;
