// The commands of the program: one function and one short file each. They wire rooms together and print.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vitrum::app {

struct StudyArguments {
  std::string file;
  std::vector<std::string> overrides;  ///< "table.key=value"
  std::string output;                  ///< folder of results; empty: as the study says
  std::string shard;                   ///< of `run`: "3/8", part 3 of 8; empty: all, shared by means of locks
};

struct KernelArguments {
  int columns = 0;
  int rows = 0;  ///< 0: as many as columns
  double shear_modulus = 0;
  double bulk_modulus = 0;
  double angle = 0;  ///< degrees
};

struct EvaluateArguments {
  std::string file;
  std::string potential;  ///< empty: from the file's kind
  bool json = false;
  bool minimise = false;  ///< to mechanical equilibrium, before anything else
  bool moduli = false;
  bool lowest_mode = false;
};

// Each returns the program's exit code and throws the project's errors.
int run(const StudyArguments& arguments);
int check(const StudyArguments& arguments);
int print_new_study(bool reference);
/// Makes the record of a result file again from the file alone, and compares. 0: the same bits, 1: not.
int rerun(const std::string& file, const std::string& output, const std::vector<std::string>& overrides);
int report(const std::string& folder);
int info(const std::string& file, bool json);
int export_file(const std::string& file, const std::string& format, const std::string& output,
                std::int64_t every);
int evaluate(const EvaluateArguments& arguments);
int kernel(const KernelArguments& arguments);
int version(bool json);

}  // namespace vitrum::app
