SELECT * FROM (
  SELECT CAST(CAST(year(`start`) AS BIGINT) AS BIGINT) AS `year`, CAST(CAST(month(`start`) AS BIGINT) AS BIGINT) AS `month`, CAST(CAST(day(`start`) AS BIGINT) AS BIGINT) AS `day`, CAST(CASE WHEN (`amount` > CAST('1.00' AS DECIMAL(18,2))) THEN 'large' ELSE 'small' END AS STRING) AS `size`, CAST(coalesce(CAST(NULL AS STRING), 'b') AS STRING) AS `first`, CAST(nullif('a', 'a') AS STRING) AS `none`, (CAST(NULL AS STRING) <=> CAST(NULL AS STRING)) AS `same`, CAST('12' AS BIGINT) AS `whole`, TRY_CAST('12x' AS BIGINT) AS `bad`, CAST(greatest(CAST(1 AS BIGINT), CAST(5 AS BIGINT), CAST(3 AS BIGINT)) AS BIGINT) AS `greatest` FROM `activity` AS `t`
  WHERE (`id` = 'A2')
) AS `t`
ORDER BY `year` ASC NULLS LAST;
