# SPDX-License-Identifier: GPL-3.0-or-later
# rotacost. `make help` lists what can be made. Everything made lies in build/, results in output/.

# The folders of src and include, low to high: a folder uses itself and those before it (make check-layers).
LAYERS := base pool text calendar scenario paper pay need program solve plan chance rota audit report page book app

# Debian and Ubuntu packages: to build and run, to test.
PACKAGES := gcc make libc6-dev libglpk-dev libgsl-dev libcsv-dev libunistring-dev libjansson-dev nettle-dev libxml2-dev libxlsxwriter-dev libzip-dev libcmocka-dev zlib1g-dev glpk-utils gettext python3

ifeq ($(origin CC),default)
CC := gcc
endif
# SANITIZE=1: AddressSanitizer and UndefinedBehaviorSanitizer. WERROR=1: warnings are errors. FUZZ=1: for libFuzzer (make fuzz).
SANITIZE ?=
FUZZ ?=
WERROR ?=

ifneq ($(SANITIZE),)
export LSAN_OPTIONS := suppressions=$(CURDIR)/tests/leaks.supp:print_suppressions=0
# Of what is freed the last megabytes are watched: a program runs for a second, and watching 256 of them takes it a quarter longer.
export ASAN_OPTIONS := quarantine_size_mb=4
endif

# One build folder for each compiler and way to build, so that none mixes with another.
VARIANT := $(notdir $(firstword $(CC)))$(if $(SANITIZE),-sanitize)$(if $(FUZZ),-fuzz)
BUILD := build/$(VARIANT)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla $(if $(findstring clang,$(CC)),,-Wconversion -Wcast-qual)
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS ?= -O2 -g
# No folder of this machine in what is built: the same sources give the same bytes in every folder.
ALL_CFLAGS := -std=c17 -ffile-prefix-map=$(CURDIR)=. -D_GNU_SOURCE -Iinclude -isystem /usr/include/libxml2 $(CFLAGS) $(WARNINGS) $(if $(WERROR),-Werror) $(if $(SANITIZE),$(SANITIZERS)) $(if $(FUZZ),-fsanitize=fuzzer-no-link)
COMPILE := $(CC) $(ALL_CFLAGS) -MMD -MP
LINK := $(CC) $(ALL_CFLAGS) $(LDFLAGS)
LDLIBS := -lglpk -lgsl -lgslcblas -lcsv -lunistring -ljansson -lnettle -lxml2 -lxlsxwriter -lzip -lm

SOURCES := $(sort $(wildcard src/*/*.c))
TEMPLATE := $(sort $(wildcard src/app/template/*.csv src/app/template/nb/*.csv))
KINDS := $(sort $(wildcard src/app/kinds/*/*.csv))
# A library for each layer. The high ones come first in a link, so that a call upwards finds nothing.
libraries = $(patsubst %,$(BUILD)/lib/%.a,$(1))
reversed = $(if $(1),$(call reversed,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
LIBRARY := $(call libraries,$(call reversed,$(LAYERS)))
objects_of = $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/app/main.c,$(filter src/$(1)/%,$(SOURCES)))) $(MADE_$(1))
MADE_app := $(BUILD)/template.o
MADE_page := $(BUILD)/page_style.o $(BUILD)/page_script.o
SUPPORT := $(BUILD)/tests/support.a
SUPPORT_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/support/*.c)))
TEST_SOURCES := $(sort $(wildcard tests/test_*.c))
# T=WORD: of the tests and scripts only those with the word in their names.
T ?=
named = $(if $(T),$(foreach test,$(1),$(if $(findstring $(T),$(notdir $(test))),$(test))),$(1))
TESTS := $(call named,$(patsubst %.c,$(BUILD)/%,$(TEST_SOURCES)))
BINARY := $(BUILD)/rotacost

# Each test is linked with the layers it is about and those below them: LAYERS_OF_test_pay.
comma := ,
TEST_LAYERS := $(shell awk -v layers='$(LAYERS)' -f tests/layers/tests.awk tests/support/*.[ch] $(TEST_SOURCES))
$(foreach pair,$(TEST_LAYERS),$(eval LAYERS_OF_$(subst :, := ,$(subst $(comma), ,$(pair)))))

# Texts in other languages: po/nb.po the program's own, po/libc-nb.po those of glibc: errors of the system and of options.
CATALOGUES := build/locale/nb/LC_MESSAGES/rotacost.mo build/locale/nb/LC_MESSAGES/libc.mo

# Shipped scenarios: folders with settings and measures (scenarios/common has none).
SCENARIOS := $(patsubst %/settings.csv,%,$(sort $(wildcard scenarios/*/settings.csv)))
SCENARIOS := $(foreach folder,$(SCENARIOS),$(if $(wildcard $(folder)/measures.csv),$(folder)))
# So that no core waits in the end.
SLOWEST := $(addprefix scenarios/,rennebu-2024 skaun-malvik-sfo karasjok-2023)
LONGEST_FIRST := $(foreach folder,$(SLOWEST),$(filter $(folder),$(SCENARIOS))) $(filter-out $(SLOWEST),$(SCENARIOS))

.PHONY: all run test test-same-bytes test-long bench bench-rota bench-work test-browser test-office test-solvers test-kinds test-programs test-memory drill mutate fuzz fuzz-programs po check-po glossary check-layers check-rooms check-mutants check-format install manual deb test-package test-cluster sanitize clang clean format help packages FORCE
.DELETE_ON_ERROR:
.SECONDARY:
# A recipe is one script, which ends at its first failing command.
.ONESHELL:
.SHELLFLAGS := -ec

SUBMAKE = $(MAKE) --no-print-directory
JOBS = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc))

all: $(BINARY) $(CATALOGUES) ## build the program, build/rotacost (CC=clang, SANITIZE=1, WERROR=1 and CFLAGS are obeyed)
	@if [ -z '$(SANITIZE)' ]; then ln -sfn $(VARIANT)/rotacost build/rotacost; fi

# WORK=1: the same results by one process a scenario, beside the work done, which bench-work then judges without another run.
run: packages ## install what is missing, build, run every shipped scenario into output/
	@$(SUBMAKE) $(JOBS) all
	rm -rf $(BUILD)/run && mkdir -p $(BUILD)/run
	echo 'Solving $(words $(SCENARIOS)) scenarios, on every core; what each of them says follows when all are done.'
	printf '%s\n' $(LONGEST_FIRST) | xargs -P "$$(nproc)" -I {} sh -c 'name=$$(basename {})
	  $(BINARY) run $(if $(WORK),-j 1 --verbose) -o output {} >$(BUILD)/run/$$name.out 2>$(BUILD)/run/$$name.err || echo $$name >>$(BUILD)/run/.failed
	  $(if $(WORK),sed -n "/ pivots/p" $(BUILD)/run/$$name.err >$(BUILD)/run/$$name.work; sed -i "/ pivots/d" $(BUILD)/run/$$name.err)'
	for name in $(notdir $(SCENARIOS)); do echo; cat $(BUILD)/run/$$name.out $(BUILD)/run/$$name.err; done
	if [ -e $(BUILD)/run/.failed ]; then echo; echo 'Failed:' $$(cat $(BUILD)/run/.failed); exit 1; fi
	echo
	echo 'Files:'
	find $(SCENARIOS:scenarios/%=output/%) -type f | sort | sed 's/^/  /'

test: packages check-layers ## check the layers, build and run all tests; of random towns and whole runs a few (T=WORD: only those with it in their names)
	@$(SUBMAKE) $(JOBS) all $(TESTS) $(FAULTS)
	$(if $(T),,$(SUBMAKE) check-po check-mutants $(if $(SANITIZE),,check-rooms))
	$(SUBMAKE) test-programs

test-long: export ROTACOST_LONG := 1
test-long: export ROTACOST_ALL := $(ALL)
test-long: ## the same tests and those of the rules of pay and need, more random towns, the largest scenario (minutes; ALL=1: every town, and what takes longest)
	@$(SUBMAKE) test

STEP ?= 7
test-memory: packages ## every STEP-th allocation (7) of a run fails, alone and with all later ones (minutes)
	@$(SUBMAKE) $(JOBS) all $(FAULTS)
	tests/cli/memory.sh $(BINARY) $(STEP)

ROUNDS ?= 1000
SEED ?= 1
drill: packages ## ROUNDS (1000) runs killed or robbed at random: the last result stays whole, and nothing is left behind
	@$(SUBMAKE) $(JOBS) all
	tests/drill/drill.sh $(BINARY) $(ROUNDS) $(SEED)

WORD ?=
mutate: packages ## plants the errors of tests/mutate one by one: the tests named with each must find it (WORD: only those with it)
	@$(SUBMAKE) $(JOBS) all $(TESTS)
	tests/mutate/mutate.sh $(BUILD) '$(LIBRARY) -lcmocka $(LDLIBS)' '$(WORD)'

check-mutants: ## the text of every error of tests/mutate stands once in its file
	@tests/mutate/mutate.sh texts

FUZZ_TARGETS ?= cell days sheet workbook rota accounts scenario plan
FUZZ_SECONDS ?= 60
fuzz: packages ## clang's libFuzzer over FUZZ_TARGETS (all), each for FUZZ_SECONDS (60), from and beyond tests/fuzz/corpus
	@command -v clang >/dev/null || $(SUBMAKE) packages PACKAGES=clang
	$(SUBMAKE) $(JOBS) CC=clang SANITIZE=1 FUZZ=1 FUZZ_TARGETS='$(FUZZ_TARGETS)' fuzz-programs
	tests/fuzz/fuzz.sh build/clang-sanitize-fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)

sanitize: ## the same tests under AddressSanitizer and UBSan
	@$(SUBMAKE) SANITIZE=1 test

clang: ## the same tests in a build by clang
	@$(SUBMAKE) CC=clang test

clean: ## remove everything built (results in output/ stay)
	rm -rf build

FORMATTED := $(sort $(wildcard src/*/*.c include/*/*.h tests/*.c tests/*/*.[ch]))

format: ## lay out all C files by .clang-format, and tell which errors of tests/mutate no longer find their text
	clang-format -i $(FORMATTED)
	@$(SUBMAKE) check-mutants

check-format: ## every C file is laid out by .clang-format (how many lines are not)
	@command -v clang-format >/dev/null || $(SUBMAKE) packages PACKAGES=clang-format
	clang-format --dry-run $(FORMATTED) 2>&1 | awk '/warning: code should be clang-formatted/ { count++; split($$0, at, ":"); files[at[1]]++ }
	  END { for (file in files) printf "%5d  %s\n", files[file], file | "sort -rn"; close("sort -rn"); printf "%d complaints\n", count; exit count > 0 }'

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

# --- what has to be installed ---

packages:
	@if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	  echo 'No apt here. Needed: a C17 compiler, GLPK, libcsv, libunistring, jansson, nettle, libxml2, libxlsxwriter, minizip,'
	  echo 'zlib and cmocka with headers, glpsol, gettext, python3.'
	  exit 0
	fi
	missing=
	for package in $(PACKAGES); do
	  dpkg-query -W -f='$${db:Status-Status}\n' $$package 2>/dev/null | grep -qx installed || missing="$$missing $$package"
	done
	if [ -z "$$missing" ]; then exit 0; fi
	echo "Installing through apt-get:$$missing"
	as_root=
	if [ "$$(id -u)" != 0 ]; then
	  as_root=sudo
	  command -v sudo >/dev/null || { echo "Neither root nor sudo here: have somebody install$$missing" >&2; exit 1; }
	fi
	$$as_root apt-get update -q || echo 'The package lists could not be renewed; trying with the old ones.'
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing

# --- the program ---

$(BINARY): $(BUILD)/src/app/main.o $(LIBRARY)
	@echo '$(CC) -o $@'
	$(LINK) -o $@ $^ $(LDLIBS)

.SECONDEXPANSION:
$(LIBRARY): $(BUILD)/lib/%.a: $$(call objects_of,$$*)
	@mkdir -p $(@D)
	rm -f $@
	$(AR) rcs $@ $^

$(SUPPORT): $(SUPPORT_OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	echo '$(CC) -c $<'
	$(COMPILE) $(EXTRA) -c -o $@ $<

# glibc's obstack rounds an address up by adding it to a null pointer, which clang's sanitizer notices.
ifneq ($(SANITIZE),)
$(BUILD)/src/base/arena.o: EXTRA := -fno-sanitize=pointer-overflow
endif

# The inner loop of the shortest path adds and compares whole rows of numbers.
$(BUILD)/src/rota/line_path.o: EXTRA := -O3

$(BUILD)/template.o $(BUILD)/page_style.o $(BUILD)/page_script.o: %.o: %.c $(BUILD)/flags
	@$(COMPILE) -c -o $@ $<

# How it was compiled the last time: where that differs, everything is built again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	echo '$(COMPILE)' | cmp -s - $@ || echo '$(COMPILE)' >$@

# The scenario that `rotacost new` writes, in English and in Norwegian: one array of bytes per file and a table of them for each
# language (include/app/example.h). Of the kinds, the files with the name of their kind.
$(BUILD)/template.c: $(TEMPLATE) $(KINDS) src/app/template src/app/template/nb $(sort $(wildcard src/app/kinds/*/)) Makefile
	@mkdir -p $(@D)
	exec >$@
	echo '// made by the Makefile from src/app/template'
	echo '#include "app/example.h"'
	write() { # NAME FILE...
	  set_name=$$1 number=0
	  shift
	  for file; do
	    echo "static const unsigned char $${set_name}_$$number[] = {"
	    od -An -v -tu1 $$file | sed 's/  *\([0-9][0-9]*\)/\1,/g'
	    echo '};'
	    number=$$((number + 1))
	  done
	  echo "static const struct template_file $$set_name[] = {"
	  number=0
	  for file; do
	    shown=$${file#src/app/kinds/}
	    shown=$${shown#src/app/template/}
	    echo "{\"$${shown#nb/}\", $${set_name}_$$number, sizeof $${set_name}_$$number},"
	    number=$$((number + 1))
	  done
	  echo '};'
	}
	write english $(filter-out src/app/template/nb/%,$(TEMPLATE))
	write norwegian $(filter src/app/template/nb/%,$(TEMPLATE))
	write kinds $(KINDS)
	echo 'const struct template template_english = {english, sizeof english / sizeof *english};'
	echo 'const struct template template_kinds = {kinds, sizeof kinds / sizeof *kinds};'
	echo 'const struct template template_norwegian = {norwegian, sizeof norwegian / sizeof *norwegian};'

# The style sheet and the script of report.html as text (include/page/page.h).
$(BUILD)/page_style.c: TEXT := src/page/page.css
$(BUILD)/page_script.c: TEXT := src/page/page.js
$(BUILD)/page_style.c $(BUILD)/page_script.c: src/page/page.css src/page/page.js Makefile
	@mkdir -p $(@D)
	{ echo '// made by the Makefile from $(TEXT)'
	echo '#include "page/page.h"'
	echo 'const char $(basename $(@F))[] = {'
	od -An -v -tu1 $(TEXT) | sed 's/  *\([0-9][0-9]*\)/\1,/g'
	echo '0};'; } >$@

# --- texts in other languages ---

build/locale/nb/LC_MESSAGES/rotacost.mo: po/nb.po
	@mkdir -p $(@D)
	msgfmt --check-format --check-header -o $@ $<

build/locale/nb/LC_MESSAGES/libc.mo: po/libc-nb.po
	@mkdir -p $(@D)
	msgfmt --check-header -o $@ $<

$(BUILD)/po/records: $(BUILD)/po/records.o $(LIBRARY)
	@$(LINK) -o $@ $^ $(LDLIBS)

# Every text of the sources and of the records in scenario/columns*.c. problem_add, problem_warn and problem_doubt translate their formats.
$(BUILD)/po/rotacost.pot: $(SOURCES) po/argp.c $(BUILD)/po/records
	@$(BUILD)/po/records >$(BUILD)/po/records_of_columns.c
	xgettext --from-code=UTF-8 --language=C --keyword=_ --keyword=N_ --keyword=problem_add:4 --keyword=problem_warn:4 --keyword=problem_doubt:4 \
	  --flag=problem_add:4:c-format --flag=problem_warn:4:c-format --flag=problem_doubt:4:c-format --no-location --sort-output \
	  -o $@ $(SOURCES) po/argp.c $(BUILD)/po/records_of_columns.c 2>/dev/null
	sed -i '/^"POT-Creation-Date/d' $@

po: $(BUILD)/po/rotacost.pot ## bring new texts into po/nb.po, to be translated there
	@msgmerge --quiet --no-fuzzy-matching --no-location --sort-output --update --backup=none po/nb.po $<
	msgattrib --untranslated --no-obsolete po/nb.po

check-po: $(BUILD)/po/rotacost.pot $(CATALOGUES) ## every text has its translation in po/nb.po
	@msgcmp po/nb.po $<
	echo 'po/nb.po: every text is translated'

glossary: $(BINARY) $(CATALOGUES) ## write docs/glossary.md and docs/ordliste.md, as `rotacost words` prints them
	@mkdir -p docs
	$(BINARY) words --lang en >docs/glossary.md
	$(BINARY) words --lang nb >docs/ordliste.md

# --- to install ---

PREFIX ?= /usr/local
DESTDIR ?=
MANUAL := $(BUILD)/manual
MANUAL_PAGES := $(addprefix $(MANUAL)/,rotacost.1 rotacost-scenario.5 nb/rotacost.1 nb/rotacost-scenario.5)

$(MANUAL)/print: $(MANUAL)/print.o $(LIBRARY)
	@$(LINK) -o $@ $^ $(LDLIBS)

$(MANUAL)/print.o: share/manual/print.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

# The program looks for its catalogues from its own folder: build/gcc/manual needs them one folder up.
$(MANUAL_PAGES) $(MANUAL)/rotacost.bash &: $(MANUAL)/print $(CATALOGUES)
	@mkdir -p $(MANUAL)/nb
	ln -sfn ../locale $(BUILD)/locale
	$< program >$(MANUAL)/rotacost.1
	$< scenario >$(MANUAL)/rotacost-scenario.5
	$< program nb >$(MANUAL)/nb/rotacost.1
	$< scenario nb >$(MANUAL)/nb/rotacost-scenario.5
	$< completion >$(MANUAL)/rotacost.bash

manual: $(MANUAL_PAGES) $(MANUAL)/rotacost.bash ## man pages and completion, from the tables of the program, read by mandoc and bash where they are there
	@if command -v mandoc >/dev/null; then mandoc -T lint -W error $(MANUAL_PAGES); fi
	bash -n $(MANUAL)/rotacost.bash

install: all manual ## into DESTDIR/PREFIX (/usr/local): program, catalogues, man pages, completion, licence, docs
	@at='$(DESTDIR)$(PREFIX)'
	install -D -m 755 $(BINARY) "$$at/bin/rotacost"
	install -D -m 644 -t "$$at/share/rotacost/locale/nb/LC_MESSAGES" $(CATALOGUES)
	install -D -m 644 -t "$$at/share/man/man1" $(MANUAL)/rotacost.1
	install -D -m 644 -t "$$at/share/man/man5" $(MANUAL)/rotacost-scenario.5
	install -D -m 644 -t "$$at/share/man/nb/man1" $(MANUAL)/nb/rotacost.1
	install -D -m 644 -t "$$at/share/man/nb/man5" $(MANUAL)/nb/rotacost-scenario.5
	install -D -m 644 $(MANUAL)/rotacost.bash "$$at/share/bash-completion/completions/rotacost"
	install -D -m 755 -t "$$at/share/rotacost/cluster" $(sort $(wildcard share/cluster/*))
	install -D -m 644 -t "$$at/share/doc/rotacost" README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md COPYING
	install -D -m 644 -t "$$at/share/doc/rotacost/docs" $(sort $(wildcard docs/*.md))

DEB_VERSION := $(shell sed -n 's/^.define ROTACOST_VERSION "\(.*\)"/\1/p' include/app/version.h)
DEB_FILE := build/rotacost_$(DEB_VERSION)_$(shell dpkg --print-architecture 2>/dev/null).deb
# Stands in the package as the time of its files: that of the commit, or of the list of changes.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)

deb: packages ## a package for this Debian, build/rotacost_VERSION_ARCHITECTURE.deb: hardened, its dependencies computed
	@$(SUBMAKE) packages PACKAGES='dpkg-dev'
	rm -rf build/deb/root
	# Asked for when it is there: make would read the recipe before dpkg-dev is installed, and build without any of them.
	hardening() { DEB_BUILD_MAINT_OPTIONS=hardening=+all dpkg-buildflags --get $$1; }
	compiling="$$(hardening CPPFLAGS)" optimising="$$(hardening CFLAGS)" linking="$$(hardening LDFLAGS)"
	[ -n "$$compiling" ] && [ -n "$$optimising" ] && [ -n "$$linking" ]
	$(SUBMAKE) $(JOBS) BUILD=build/deb CFLAGS="$$compiling $$optimising -fstack-clash-protection -fPIE" LDFLAGS="$$linking -pie" \
	  PREFIX=/usr DESTDIR=build/deb/root install
	SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH) share/debian/build.sh build/deb/root $(DEB_VERSION) $(DEB_FILE)

SUITES ?= bookworm trixie
test-package: ## builds the package in clean Debians (SUITES: bookworm trixie), in two folders each, installs it, runs and purges it (minutes)
	@$(SUBMAKE) packages PACKAGES='debootstrap binutils'
	tests/package/run.sh $(SUITES)

test-same-bytes: packages ## the same sources built in two folders, one after the other: the same program, catalogues and man pages (minutes)
	@tests/package/same_bytes.sh

test-cluster: packages ## 200 scenarios by Slurm on two nodes, one of which is lost, and by GNU parallel: the bytes of one machine (minutes)
	@$(SUBMAKE) $(JOBS) all
	$(SUBMAKE) packages PACKAGES='slurm-wlm munge parallel'
	tests/cluster/run.sh $(BINARY)

# --- tests ---

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(SUPPORT) $$(call libraries,$$(LAYERS_OF_test_$$*))
	@echo '$(CC) -o $@'
	$(LINK) -o $@ $^ -lcmocka $(LDLIBS)

$(BUILD)/tests/test_workbook: LDLIBS += -lz

# The functions fuzzed, called by a test with the inputs kept, and each as a program of libFuzzer.
FUZZ_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out tests/fuzz/entry.c,$(sort $(wildcard tests/fuzz/*.c))))
$(BUILD)/tests/test_fuzz: $(BUILD)/tests/test_fuzz.o $(FUZZ_OBJECTS) $(SUPPORT) $(LIBRARY)
	@echo '$(CC) -o $@'
	$(LINK) -o $@ $^ -lcmocka $(LDLIBS)

fuzz-programs: $(FUZZ_TARGETS:%=$(BUILD)/tests/fuzz/fuzz_%)

$(BUILD)/tests/fuzz/fuzz_%: $(BUILD)/tests/fuzz/entry_%.o $(FUZZ_OBJECTS) $(SUPPORT) $(LIBRARY)
	@echo '$(CC) -o $@'
	$(LINK) -fsanitize=fuzzer -o $@ $^ -lcmocka $(LDLIBS)

$(BUILD)/tests/fuzz/entry_%.o: tests/fuzz/entry.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -Itests -DTARGET=fuzz_$* $(if $(filter scenario rota accounts,$*),-DCELLS) -c -o $@ $<

$(BUILD)/tests/%.o: EXTRA := -Itests -Wno-cast-qual

# What reads and writes bytes that somebody else made: asked under sanitizers too. The others' figures they would only find again.
CLI_SANITIZED := $(addprefix tests/cli/,run.sh workbooks.sh claims.sh books.sh shown.sh empty.sh rota_shown.sh)
# Hundreds of small scenarios run one by one, whole wards solved again and again, and what counts seconds. The long tests ask them;
# `make test` is to take no more than half a minute of CPU.
CLI_THOROUGH := $(wildcard tests/cli/field_*.sh) $(addprefix tests/cli/,published.sh names.sh memory.sh limits.sh starts.sh fiscal.sh free_weeks.sh joined.sh levels.sh inputs.sh chance_shown.sh many_draws.sh datapackage.sh exported_books.sh cookbook.sh slips.sh council.sh verdicts.sh norwegian.sh chance.sh kinds.sh many.sh rota_shown.sh story.sh books.sh rota_year.sh budget.sh rota.sh followup.sh gather.sh terminal.sh shown.sh claims.sh data.sh output.sh workbooks.sh)
TESTS_THOROUGH := $(addprefix test_,rota_circulation rota_lines rota_price evidence language compliance parts bridge heads laws together brute release chance)
# Memory of many starts and many draws: asked where all is (make test-long ALL=1).
CLI_LONGEST := $(addprefix tests/cli/,starts.sh many_draws.sh)
CLI_LEFT_OUT := $(if $(SANITIZE),$(filter-out $(CLI_SANITIZED),$(wildcard tests/cli/*.sh)),$(if $(filter 1,$(ROTACOST_LONG)),$(if $(filter 1,$(ROTACOST_ALL)),,$(CLI_LONGEST)),$(CLI_THOROUGH)))

$(BUILD)/tests/faults/%.so: tests/faults/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(COMPILE) -shared -fPIC -o $@ $< $(LDFLAGS) -ldl

FAULTS := $(if $(SANITIZE),,$(BUILD)/tests/faults/memory.so)

# Every test program and the command line (tests/cli/*.sh BINARY, whose last line is "N passed, M failed"), on every
# core; the longest first. What a failing one said is shown. The counts are those the programs print.
TESTS_LEFT_OUT := $(if $(T)$(SANITIZE)$(filter 1,$(ROTACOST_LONG)),,$(TESTS_THOROUGH:%=$(BUILD)/tests/%))
TEST_RUNS := $(call named,tests/cli/run.sh $(filter-out tests/cli/run.sh $(if $(T),,$(CLI_LEFT_OUT)),$(wildcard tests/cli/*.sh))) $(filter-out $(TESTS_LEFT_OUT),$(TESTS))
test-kinds: packages ## every kind of scenario to start from, at its least and most, solved in both languages (a minute)
	@$(SUBMAKE) $(JOBS) all
	ROTACOST_LONG=2 tests/cli/kinds.sh $(BINARY)

test-programs: $(TESTS) $(BINARY) $(FAULTS)
	@$(if $(strip $(TEST_RUNS)),,echo 'No test has "$(T)" in its name.' >&2; exit 1)
	rm -f $(BUILD)/tests/*.log $(BUILD)/tests/*.failed
	printf '%s\n' $(TEST_RUNS) | xargs -P "$$(nproc)" -I {} sh -c 'log=$(BUILD)/tests/$$(basename $$(dirname {}))_$$(basename {}).log
	  begin=$$(date +%s)
	  timeout 900 {} $(BINARY) >$$log 2>&1 || echo $$? >$$log.failed
	  echo $$(($$(date +%s) - begin)) >$$log.seconds'
	passed=0 failed=0
	for test in $(TEST_RUNS); do
	  name=$$(basename $$(dirname $$test))_$$(basename $$test) log=$(BUILD)/tests/$$name.log
	  case $$test in
	    *.sh) good=$$(awk '/^[0-9]+ passed, [0-9]+ failed$$/ { n = $$1 } END { print n + 0 }' $$log)
	          bad=$$(awk '/^[0-9]+ passed, [0-9]+ failed$$/ { n = $$3 } END { print n + 0 }' $$log) ;;
	    *) good=$$(grep -c '^\[       OK \]' $$log) || true
	       bad=$$(grep '^\[  FAILED  \] [A-Za-z0-9_]*$$' $$log | sort -u | wc -l) ;;
	  esac
	  if [ -e $$log.failed ] && [ $$bad = 0 ]; then bad=1; fi
	  passed=$$((passed + good)) failed=$$((failed + bad))
	  printf '%-26s %4d passed, %d failed, %s s\n' $$(basename $$test) $$good $$bad $$(cat $$log.seconds)
	  if [ -e $$log.failed ]; then cat $$log; echo "$$test ended with status $$(cat $$log.failed)"; fi
	done
	echo "$$passed passed, $$failed failed ($(VARIANT))"
	[ $$failed = 0 ]

# --- reports in a browser ---

BROWSER := build/browser
BROWSER_PACKAGES := chromium python3-openpyxl $(if $(shell command -v npm),,nodejs npm)
# SCREENSHOTS=1: pictures of every report in build/browser/screenshots.
SCREENSHOTS ?=

# Each shipped scenario in both languages, those that take longest first, and one whose every text is hostile.
REPORTS := $(foreach scenario,$(LONGEST_FIRST) $(BROWSER)/hostile/ward,nb:$(scenario) en:$(scenario))

test-browser: packages ## every report in Chromium, both languages, phone and desk, printed; workbooks read back (SCREENSHOTS=1)
	@$(SUBMAKE) $(JOBS) all
	$(SUBMAKE) packages PACKAGES='$(BROWSER_PACKAGES)'
	rm -rf $(BROWSER)/output $(BROWSER)/hostile $(BROWSER)/log $(BROWSER)/screenshots
	mkdir -p $(BROWSER)/log $(BROWSER)/hostile $(if $(SCREENSHOTS),$(BROWSER)/screenshots)
	cp tests/browser/package.json tests/browser/package-lock.json tests/browser/*.mjs $(BROWSER)
	if ! cmp -s tests/browser/package-lock.json $(BROWSER)/node_modules/.installed; then
	  (cd $(BROWSER) && npm ci --no-audit --no-fund --loglevel=error)
	  cp tests/browser/package-lock.json $(BROWSER)/node_modules/.installed
	fi
	$(BINARY) new --lang en $(BROWSER)/hostile/ward >/dev/null
	cp tests/browser/hostile/*.csv $(BROWSER)/hostile/ward
	$(BINARY) columns --lang en | node $(BROWSER)/hostile.mjs $(BROWSER)/hostile/ward
	printf '%s\n' $(REPORTS) | tr : ' ' | xargs -P "$$(nproc)" -L 1 sh -c 'timeout 600 \
	  tests/browser/report.sh $(BINARY) $(BROWSER) $(if $(SCREENSHOTS),$(BROWSER)/screenshots,-) "$$@" || true' report
	for log in $(BROWSER)/log/*; do echo "$$(basename $$log): $$(awk '/^[0-9]+ passed, /' $$log | tr '\n' ' ')"; sed '/^[0-9]* passed, /d' $$log; done
	awk -v reports=$(words $(REPORTS)) '/^[0-9]+ passed, [0-9]+ failed$$/ { good += $$1; bad += $$3; parts++ }
	  END { bad += 2 * reports - parts # a part that broke off says no sums
	    printf "%d passed, %d failed (browser)\n", good, bad; exit bad > 0 }' $(BROWSER)/log/*

# --- workbooks in LibreOffice ---

test-office: packages ## scenarios opened and saved by LibreOffice say the same as before (installs what it needs)
	@$(SUBMAKE) $(JOBS) all
	$(if $(shell command -v soffice),,$(SUBMAKE) packages PACKAGES=libreoffice-calc)
	tests/office/run.sh $(BINARY)

# --- exported programmes in other solvers ---

SOLVERS := build/solvers
SOLVER_PACKAGES := coinor-cbc $(if $(shell command -v npm),,nodejs npm)

test-solvers: packages ## exported programmes by glpsol, CBC and HiGHS: each finds the optimum told (installs what it needs)
	@$(SUBMAKE) $(JOBS) all
	$(SUBMAKE) packages PACKAGES='$(SOLVER_PACKAGES)'
	mkdir -p $(SOLVERS)
	cp tests/solvers/package.json tests/solvers/package-lock.json tests/solvers/highs.mjs $(SOLVERS)
	if ! cmp -s tests/solvers/package-lock.json $(SOLVERS)/node_modules/.installed; then
	  (cd $(SOLVERS) && npm ci --no-audit --no-fund --loglevel=error)
	  cp tests/solvers/package-lock.json $(SOLVERS)/node_modules/.installed
	fi
	tests/solvers/run.sh $(BINARY) $(SOLVERS)

# --- benchmark: bench/README.md ---

BENCH_PACKAGES := python3 coinor-cbc $(if $(shell command -v npm),,nodejs npm)
# PARTS: runs ward growth redesign chance rota; REPEATS of each measurement; LIMIT in seconds of CPU of one run; BASE: another rotacost, measured
# in turn with this one; RENEW=1: write bench/work.csv; MADE: rotas made for bench-rota.
PARTS ?= all
REPEATS ?= 3
LIMIT ?= 200
BASE ?=
RENEW ?=
MADE ?= 100

bench: packages ## times, memory and growth, beside other solvers (an hour; PARTS, REPEATS, LIMIT, BASE: bench/README.md)
	@$(SUBMAKE) $(JOBS) all
	$(SUBMAKE) packages PACKAGES='$(BENCH_PACKAGES)'
	mkdir -p build/bench
	cp bench/package.json bench/package-lock.json build/bench
	if ! cmp -s bench/package-lock.json build/bench/node_modules/.installed; then
	  (cd build/bench && npm ci --no-audit --no-fund --loglevel=error)
	  cp bench/package-lock.json build/bench/node_modules/.installed
	fi
	$(if $(filter all rota,$(PARTS)),$(SUBMAKE) bench-rota)
	$(if $(filter-out rota,$(PARTS)),python3 bench/bench.py $(filter-out rota,$(PARTS)) --repeats $(REPEATS) --limit $(LIMIT) $(if $(BASE),--base '$(BASE)') --binary $(BINARY))

bench-rota: ## times of base rotas: twenty real ones of bench/rws, made ones (MADE: how many), wards of mixed contracts; each checked
	@$(SUBMAKE) $(JOBS) $(BUILD)/bench/rota $(BUILD)/bench/rota_lines
	mkdir -p output/bench
	$(BUILD)/bench/rota bench/rws $(MADE) | tee output/bench/rota.csv
	$(BUILD)/bench/rota_lines | tee output/bench/rota_lines.csv

$(BUILD)/bench/rota $(BUILD)/bench/rota_lines: $(BUILD)/bench/%: $(BUILD)/bench/%.o $(SUPPORT) $(LIBRARY)
	@$(LINK) -o $@ $^ -lcmocka $(LDLIBS)

$(BUILD)/bench/%.o: EXTRA := -Itests -Wno-cast-qual

bench-work: packages ## solves, pivots and rows of the shipped scenarios are no more than in bench/work.csv (RENEW=1 writes it)
	@$(SUBMAKE) $(JOBS) all
	$(SUBMAKE) packages PACKAGES=python3
	python3 bench/bench.py work $(if $(RENEW),--renew) --binary $(BINARY) $(if $(WORK),--told $(BUILD)/run)

# --- the order of the folders ---

check-layers: ## every #include follows the order of the folders and tests/layers/rooms.txt, without circles
	@find src include -name '*.[ch]' | sort | xargs awk -v layers='$(LAYERS)' -f tests/layers/includes.awk tests/layers/rooms.txt

check-rooms: $(LIBRARY) ## what was built calls nothing above it, and of libraries only what tests/layers/rooms.txt allows
	@nm -A $(foreach layer,$(LAYERS),$(call objects_of,$(layer))) $(BUILD)/src/app/main.o | grep /src/ |
	  awk -v layers='$(LAYERS)' -f tests/layers/symbols.awk tests/layers/rooms.txt -

-include $(wildcard $(BUILD)/*.d $(BUILD)/*/*.d $(BUILD)/*/*/*.d)
