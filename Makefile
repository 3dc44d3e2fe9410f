# The verbs of the project. `make demo` and `make test` need nothing but Debian 12 and Swift 6.3.
.PHONY: demo test check build lint format setup pages bench bundle browser spark clean

build: setup
	swift build -c release --product ayni --static-swift-stdlib

setup:
	@Scripts/setup build engine boundaries

demo: build
	@Scripts/demo

test: setup
	@Scripts/setup test
	swift test --disable-xctest

check: setup
	$(MAKE) lint
	$(MAKE) test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build .ayni bundle
