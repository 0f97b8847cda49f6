#include "math/one_thread.h"

#include <gtest/gtest.h>

#include <memory>

extern "C" void openblas_set_num_threads(int);
extern "C" int openblas_get_num_threads();
extern "C" int openblas_get_parallel();

namespace vitrum {
namespace {

// A program that uses this library as a part, such as Python with numpy, has its threads back.
TEST(OneBlasThread, GivesTheThreadsBackWithTheLastOne) {
  if (openblas_get_parallel() == 0) GTEST_SKIP() << "this flavour of OpenBLAS has no threads";
  const int before = openblas_get_num_threads();
  openblas_set_num_threads(2);
  auto first = std::make_unique<OneBlasThread>();
  auto second = std::make_unique<OneBlasThread>();
  first.reset();
  EXPECT_EQ(openblas_get_num_threads(), 1);
  second.reset();
  EXPECT_EQ(openblas_get_num_threads(), 2);
  openblas_set_num_threads(before);
}

}  // namespace
}  // namespace vitrum
