SELECT * FROM (
  SELECT `id`, `last`, `so far`, `known` FROM (
    SELECT *, last_value(`id`) OVER (PARTITION BY `year` ORDER BY `id` ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS `last`, last_value(`year`) OVER (ORDER BY `id` ASC NULLS LAST) AS `so far`, last_value(`partner`, true) OVER (ORDER BY `id` ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS `known` FROM (
      SELECT `id`, `year`, `partner` FROM `activity` AS `t`
    ) AS `t`
  ) AS `t`
) AS `t`
ORDER BY `id` ASC NULLS LAST;
