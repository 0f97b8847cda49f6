#include <gtest/gtest.h>

#include "../lammps_reference.h"
#include "atomistic/specimen.h"

namespace vitrum::atomistic {
namespace {

// Which minimum an instability leads to is decided by the flow; its tolerance, and how far the fast solver
// may go before the flow is asked, must not decide it.
TEST(Relaxation, takes_the_same_path_at_tighter_settings) {
  RelaxationSettings tight;
  tight.flow.tolerance = 2e-4;
  tight.farthest = 0.01;
  AtomisticSpecimen usual(test::read_data("esl_1k_3.dat"), paper_glass());
  AtomisticSpecimen careful(test::read_data("esl_1k_3.dat"), paper_glass(), tight);
  int events = 0;
  for (int k = 1; k <= 1000; ++k) {
    usual.strain_to(k * 1e-4);
    careful.strain_to(k * 1e-4);
    ASSERT_NEAR(usual.state().energy, careful.state().energy, 1e-8) << "increment " << k;
    if (usual.last_relaxation().followed_flow) ++events;
  }
  EXPECT_GE(events, 15);
}

}  // namespace
}  // namespace vitrum::atomistic
