SELECT * FROM (
  SELECT count(*) AS `rows`, CAST(sum(`year`) AS DECIMAL(38,0)) AS `years`, avg(`share`) AS `mean` FROM (
    SELECT * FROM `activity` AS `t`
    WHERE (`year` > CAST(2050 AS BIGINT))
  ) AS `t`
) AS `t`
ORDER BY `rows` ASC NULLS LAST;
