#include "math/one_thread.h"

#include <mutex>

extern "C" void openblas_set_num_threads(int);
extern "C" int openblas_get_num_threads();

namespace vitrum {

namespace {

std::mutex count_guard;
int holders = 0;
int threads_before = 1;

}  // namespace

OneBlasThread::OneBlasThread() {
  const std::lock_guard lock(count_guard);
  if (holders++ > 0) return;
  threads_before = openblas_get_num_threads();
  openblas_set_num_threads(1);
}

OneBlasThread::~OneBlasThread() {
  const std::lock_guard lock(count_guard);
  if (--holders == 0) openblas_set_num_threads(threads_before);
}

}  // namespace vitrum
