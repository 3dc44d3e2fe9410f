SELECT * FROM (
  SELECT `l`.`id`, `l`.`partner`, `r`.`name` FROM (
    SELECT `id`, `partner` FROM `activity` AS `t`
  ) AS `l`
  INNER JOIN `partner` AS `r` ON (`l`.`partner` = `r`.`code`)
) AS `t`
ORDER BY `id` ASC NULLS LAST;
