// Files of other programs that are damaged inside: bytes as they are, to the HDF5 library itself, which they
// bring down. The reader tries them in a child process, of whose end libFuzzer is not to hear.
#ifdef VITRUM_FUZZ
#include <pthread.h>
#include <sanitizer/common_interface_defs.h>
#endif

#include <csignal>

#include "edge/import/read_reference.h"
#include "fuzz/references.h"
#include "fuzz/target.h"

#ifdef VITRUM_FUZZ
static void be_silent() {
  __sanitizer_set_death_callback(nullptr);
  for (const int number : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGALRM, SIGXCPU})
    std::signal(number, SIG_DFL);
}
static const int silent = pthread_atfork(nullptr, nullptr, be_silent);
#endif

FUZZ_TARGET(hdf5_bytes) {
  using namespace vitrum;
  const std::string path = fuzz::memory_file_in_folder(bytes);
  fuzz::reads([&] { fuzz::use(imports::read_hdf5_reference(path)); });
}
