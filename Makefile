# SPDX-License-Identifier: GPL-3.0-or-later
# rotacost. `make help` lists what can be made. Everything made lies in build/, results in output/.

# The folders of src and include, low to high: a folder uses itself and those before it (make check-layers).
LAYERS := base text calendar scenario pay need program solve plan audit report app

# Debian and Ubuntu packages: to build and run, to test.
PACKAGES := gcc make libc6-dev libglpk-dev libcsv-dev libunistring-dev libcmocka-dev glpk-utils

ifeq ($(origin CC),default)
CC := gcc
endif
# SANITIZE=1: AddressSanitizer and UndefinedBehaviorSanitizer. WERROR=1: warnings are errors.
SANITIZE ?=
WERROR ?=

# One build folder for each compiler and way to build, so that none mixes with another.
VARIANT := $(notdir $(firstword $(CC)))$(if $(SANITIZE),-sanitize)
BUILD := build/$(VARIANT)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS ?= -O2 -g
ALL_CFLAGS := -std=c17 -D_GNU_SOURCE -Iinclude $(CFLAGS) $(WARNINGS) $(if $(WERROR),-Werror) $(if $(SANITIZE),$(SANITIZERS))
COMPILE := $(CC) $(ALL_CFLAGS) -MMD -MP
LINK := $(CC) $(ALL_CFLAGS) $(LDFLAGS)
LDLIBS := -lglpk -lcsv -lunistring -lm

SOURCES := $(sort $(wildcard src/*/*.c))
TEMPLATE := $(sort $(wildcard src/app/template/*.csv))
LIBRARY_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/app/main.c,$(SOURCES))) $(BUILD)/template.o
SUPPORT_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard tests/support/*.c)))
TEST_SOURCES := $(sort $(wildcard tests/test_*.c))
TESTS := $(patsubst %.c,$(BUILD)/%,$(TEST_SOURCES))
LIBRARY := $(BUILD)/librotacost.a
BINARY := $(BUILD)/rotacost

# Shipped scenarios: folders with settings and measures (scenarios/common has none).
SCENARIOS := $(patsubst %/settings.csv,%,$(sort $(wildcard scenarios/*/settings.csv)))
SCENARIOS := $(foreach folder,$(SCENARIOS),$(if $(wildcard $(folder)/measures.csv),$(folder)))

.PHONY: all run test test-programs check-layers sanitize clang clean format help packages FORCE
.DELETE_ON_ERROR:
.SECONDARY:
# A recipe is one script, which ends at its first failing command.
.ONESHELL:
.SHELLFLAGS := -ec

SUBMAKE = $(MAKE) --no-print-directory
JOBS = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc))

all: $(BINARY) ## build the program, build/rotacost (CC=clang, SANITIZE=1, WERROR=1 and CFLAGS are obeyed)
	@if [ -z '$(SANITIZE)' ]; then ln -sfn $(VARIANT)/rotacost build/rotacost; fi

run: packages ## install what is missing, build, run every shipped scenario into output/
	@$(SUBMAKE) $(JOBS) all
	$(BINARY) run -o output $(SCENARIOS)
	echo
	echo 'Files:'
	find $(SCENARIOS:scenarios/%=output/%) -type f | sort | sed 's/^/  /'

test: packages check-layers ## check the layers, build and run all tests
	@$(SUBMAKE) $(JOBS) all $(TESTS)
	$(SUBMAKE) test-programs

sanitize: ## the same tests under AddressSanitizer and UBSan
	@$(SUBMAKE) SANITIZE=1 test

clang: ## the same tests in a build by clang
	@$(SUBMAKE) CC=clang test

clean: ## remove everything built (results in output/ stay)
	rm -rf build

format: ## lay out all C files by .clang-format
	clang-format -i $(sort $(wildcard src/*/*.c include/*/*.h tests/*.c tests/*/*.[ch]))

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

# --- what has to be installed ---

packages:
	@if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	  echo 'No apt here. Needed: a C17 compiler, GLPK, libcsv, libunistring and cmocka with headers, glpsol.'
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

$(LIBRARY): $(LIBRARY_OBJECTS)
	@rm -f $@
	$(AR) qcs $@ $^ # q: files of one name in two folders both stay

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	echo '$(CC) -c $<'
	$(COMPILE) $(EXTRA) -c -o $@ $<

# glibc's obstack rounds an address up by adding it to a null pointer, which clang's sanitizer notices.
ifneq ($(SANITIZE),)
$(BUILD)/src/base/arena.o: EXTRA := -fno-sanitize=pointer-overflow
endif

$(BUILD)/template.o: $(BUILD)/template.c $(BUILD)/flags
	@$(COMPILE) -c -o $@ $<

# How it was compiled the last time: where that differs, everything is built again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	echo '$(COMPILE)' | cmp -s - $@ || echo '$(COMPILE)' >$@

# The scenario that `rotacost new` writes: one array of bytes per file and a table of them (include/app/new.h).
$(BUILD)/template.c: $(TEMPLATE) src/app/template Makefile
	@mkdir -p $(@D)
	exec >$@
	echo '// made by the Makefile from src/app/template'
	echo '#include "app/new.h"'
	for file in $(TEMPLATE); do
	  echo "static const unsigned char $$(basename $$file .csv)_bytes[] = {"
	  od -An -v -tu1 $$file | sed 's/  *\([0-9][0-9]*\)/\1,/g'
	  echo '};'
	done
	echo 'const struct template_file template_files[] = {'
	for file in $(TEMPLATE); do
	  name=$$(basename $$file .csv)
	  echo "{\"$$name.csv\", $${name}_bytes, sizeof $${name}_bytes},"
	done
	echo '};'
	echo 'const size_t template_file_count = sizeof template_files / sizeof *template_files;'

# --- tests ---

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(SUPPORT_OBJECTS) $(LIBRARY)
	@echo '$(CC) -o $@'
	$(LINK) -o $@ $^ -lcmocka $(LDLIBS)

$(BUILD)/tests/%.o: EXTRA := -Itests

# Every test program, then the command line (tests/cli/run.sh BINARY, whose last line is "N passed, M failed").
# Stops at the first that fails and shows what it said. The counts are those the programs print.
test-programs: $(TESTS) $(BINARY)
	@passed=0 failed=0 status=0
	for test in $(TESTS) $(wildcard tests/cli/run.sh); do
	  case $$test in *.sh) name=cli ;; *) name=$$(basename $$test) ;; esac
	  log=$(BUILD)/tests/$$name.log
	  timeout 600 $$test $(BINARY) >$$log 2>&1 || status=$$?
	  case $$test in
	    *.sh) good=$$(awk '/^[0-9]+ passed, [0-9]+ failed$$/ { n = $$1 } END { print n + 0 }' $$log)
	          bad=$$(awk '/^[0-9]+ passed, [0-9]+ failed$$/ { n = $$3 } END { print n + 0 }' $$log) ;;
	    *) good=$$(grep -c '^\[       OK \]' $$log) || true
	       bad=$$(grep '^\[  FAILED  \] [A-Za-z0-9_]*$$' $$log | sort -u | wc -l) ;;
	  esac
	  if [ $$status != 0 ] && [ $$bad = 0 ]; then bad=1; fi
	  passed=$$((passed + good)) failed=$$((failed + bad))
	  printf '%-24s %4d passed, %d failed\n' $$name $$good $$bad
	  if [ $$status != 0 ]; then cat $$log; echo "$$test ended with status $$status"; break; fi
	done
	echo "$$passed passed, $$failed failed ($(VARIANT))"
	exit $$status

# --- the order of the folders ---

check-layers: ## every #include follows the order of the folders
	@find src include -name '*.[ch]' | sort | xargs awk -v layers='$(LAYERS)' '
	  function wrong(why) { printf "%s:%d: %s: %s\n", FILENAME, FNR, $$0, why; bad = 1 }
	  BEGIN { count = split(layers, list, " "); for (i = 1; i <= count; i++) rank[list[i]] = i }
	  FNR == 1 { split(FILENAME, path, "/"); own = path[2]; if (!(own in rank)) wrong("its folder is no layer") }
	  !/^[ \t]*#[ \t]*include/ { next }
	  { split($$0, part, "\""); used = part[2]; sub(/\/.*/, "", used) }
	  /"/ && (!(used in rank) || part[2] !~ /^[a-z]+\/[a-z0-9_]+\.h$$/) { wrong("write \"layer/module.h\"") }
	  /"/ && rank[used] > rank[own] { wrong(own " stands below " used) }
	  /<glpk\.h>/ && own != "solve" { wrong("only solve knows GLPK") }
	  /<csv\.h>/ && own != "text" && FILENAME != "src/report/csv.c" { wrong("only text and report/csv.c know libcsv") }
	  END { if (!bad) print "layers: every #include is in order"; exit bad }'

-include $(wildcard $(BUILD)/*.d $(BUILD)/*/*.d $(BUILD)/*/*/*.d)
