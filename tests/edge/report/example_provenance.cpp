#include "example_results.h"

namespace vitrum::report::example {

Provenance provenance() {
  Provenance origin;
  origin.title = "A glass & its lattice <compared>";
  origin.facts = {{"Program", "vitrum 0.1.0, revision 0123abc"},
                  {"Compiler", "GNU 12.2.0, Release, -O3 -DNDEBUG -ffp-contract=off"},
                  {"Machine", "Linux 6.1.0-18-amd64 x86_64, 2 cores of an Example CPU"},
                  {"Seed", "1"},
                  {"Threads", "2"},
                  {"Run time", "3 min 41 s"},
                  {"Finished", "2026-03-01 12:00 UTC"}};
  origin.study = "[study]\ntitle = \"A glass & its lattice <compared>\"\nseed = 1\n\n[glass]\nsamples = 8\n";
  origin.settings = "study.title = A glass & its lattice <compared>\nstudy.seed = 1\nglass.samples = 8\n";
  return origin;
}

}  // namespace vitrum::report::example
