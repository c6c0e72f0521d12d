// SPDX-License-Identifier: GPL-3.0-or-later
// One target as a program of libFuzzer: -DTARGET=fuzz_cell; with -DCELLS its inputs are changed cell by cell.
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) { return TARGET(data, size); }

#ifdef CELLS
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed) {
  return seed % 16 ? fuzz_cells_mutate(data, size, most, seed) : LLVMFuzzerMutate(data, size, most);
}
#endif
