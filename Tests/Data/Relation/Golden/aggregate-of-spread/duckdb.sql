SELECT * FROM (
  SELECT "part", "middle", "of all", CAST(("of sample" * CAST('3.0' AS DOUBLE)) AS DOUBLE) AS "thrice", ("deviation" < CAST('1.6' AS DOUBLE)) AS "square", ("of one" IS NULL) AS "none" FROM (
    SELECT "part", median("x") AS "middle", var_pop("x") AS "of all", var_samp("x") AS "of sample", stddev_pop("x") AS "deviation", stddev_samp("x") AS "of one" FROM (
      SELECT * FROM (VALUES ('a', CAST('1.0' AS DOUBLE)), ('a', CAST('2.0' AS DOUBLE)), ('a', CAST('4.0' AS DOUBLE)), ('a', CAST('5.0' AS DOUBLE)), ('a', CAST(NULL AS DOUBLE)), ('b', CAST('5.0' AS DOUBLE))) AS "v"("part", "x")
    ) AS "t"
    GROUP BY "part"
  ) AS "t"
) AS "t"
ORDER BY "part" ASC NULLS LAST;
