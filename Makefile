# The verbs of the project. `make demo` and `make test` need nothing but Debian 12 and Swift 6.3.
.PHONY: demo build test check lint format setup pages pages-current bench bundle browser spark clean

BINARY = .build/release/ayni
SWIFT_SOURCES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/adbc
SWIFT_RELEASE = swift build -c release --product ayni --static-swift-stdlib

# Sets up, builds, runs the main job on the example, and says what it made.
demo: build
	@Scripts/setup documents
	@Scripts/demo

build: setup
	@$(SWIFT_RELEASE)

setup:
	@Scripts/setup build engine boundaries

test: setup
	@Scripts/setup test
	swift test --disable-xctest

# What CI runs: lint, build with warnings as errors, every test, generated pages current.
check: setup lint
	$(MAKE) test
	$(MAKE) pages-current

lint:
	swift format lint --strict --recursive $(SWIFT_SOURCES)

format:
	swift format --in-place --recursive $(SWIFT_SOURCES)

# Pages that are made from the code.
pages: setup
	swift build --product ayni
	.build/debug/ayni --lang en explain codes > Documentation/codes.md
	.build/debug/ayni --lang fr explain codes > Documentation/codes.fr.md

pages-current: setup
	swift build --product ayni
	.build/debug/ayni --lang en explain codes | diff - Documentation/codes.md
	.build/debug/ayni --lang fr explain codes | diff - Documentation/codes.fr.md

# The benchmarks, each beside the program it is measured against.
bench: build
	@Scripts/setup bench
	@swift build -c release --package-path Benchmarks --product adbc --static-swift-stdlib
	@Benchmarks/run

# A folder that can be copied to a Debian 12 machine without Swift.
bundle: build
	@Scripts/bundle

# Every page of the example's site, and reports on a small release, in a real browser, with axe.
browser: demo
	@Scripts/setup browser
	PYTHONPATH=.tools/browser .tools/python/bin/python Scripts/browser.py Examples/cooperation
	rm -rf .build/reports && cp -r Tests/Programmes/Cooperation/Golden/reports .build/reports
	$(BINARY) run --quiet --project .build/reports
	for language in en fr; do for report in national "brief PARTNER=GHA" vnr; do \
	  $(BINARY) report $$report --lang $$language --to html --project .build/reports \
	    --output .build/reports/pages || exit 1; done; done
	PYTHONPATH=.tools/browser .tools/python/bin/python Scripts/browser.py .build/reports/pages

# The golden texts for Spark, explained by a real Spark; then plans and the corpus of VTL run by it.
spark: setup
	@Scripts/setup spark
	PYTHONPATH=.tools/spark .tools/python/bin/python Scripts/spark.py
	Scripts/spark-server start
	AYNI_TEST_SPARK=1 swift test --disable-xctest --filter 'ConformanceTests|SparkRunTests' && \
	  AYNI_TEST_SPARK=1 swift test --disable-xctest --filter 'ScriptTests.*Spark'; \
	  status=$$?; Scripts/spark-server stop; exit $$status

clean:
	rm -rf .build .ayni bundle Benchmarks/.build
