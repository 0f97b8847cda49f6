#include "study/lattice_job.h"

#include <chrono>
#include <optional>
#include <utility>

#include "study/lattice_sample.h"
#include "study/results.h"

namespace vitrum::study {

namespace {

class LatticeJob : public Job {
 public:
  LatticeJob(const Lattice& settings, std::uint64_t seed, std::uint64_t first, std::uint64_t count,
             std::shared_ptr<const elastoplastic::PatchTests> patches)
      : settings_(settings),
        seed_(seed),
        first_(first),
        count_(count),
        patches_(patches ? std::move(patches) : patch_tests(settings)) {}

  bool finished() const override { return done_ == count_; }

  void advance() override {
    begin_sample();
    const auto begin = std::chrono::steady_clock::now();
    while (!sample_->finished() && std::chrono::steady_clock::now() - begin < advance_time) sample_->step();
    if (!sample_->finished()) return;
    records_.groups[std::to_string(done_)] = to_group(sample_->record());
    sample_.reset();
    ++done_;
  }

  double progress() const override {
    const double within = sample_ ? sample_->progress() : 0;
    return (static_cast<double>(done_) + within) / static_cast<double>(count_);
  }
  std::string doing() const override { return sample_ ? sample_->doing() : "shearing lattices"; }

  Group checkpoint() const override {
    Group out;
    out.put("done", static_cast<std::int64_t>(done_));
    out.groups["records"] = records_;
    if (sample_) out.groups["sample"] = sample_->checkpoint();
    return out;
  }
  void resume(const Group& checkpoint) override {
    done_ = static_cast<std::uint64_t>(checkpoint.integer("done"));
    records_ = checkpoint.group("records");
    sample_.reset();
    if (!checkpoint.has_group("sample")) return;
    begin_sample();
    sample_->resume(checkpoint.group("sample"));
  }
  Group result() const override { return records_; }

 private:
  void begin_sample() {
    if (!sample_) sample_.emplace(settings_, seed_, first_ + done_, patches_);
  }

  Lattice settings_;
  std::uint64_t seed_, first_, count_;
  std::shared_ptr<const elastoplastic::PatchTests> patches_;
  std::uint64_t done_ = 0;
  Group records_;
  std::optional<LatticeSample> sample_;  // the one in work
};

}  // namespace

std::unique_ptr<Job> lattice_job(const Lattice& settings, std::uint64_t seed, std::uint64_t first,
                                 std::uint64_t count,
                                 std::shared_ptr<const elastoplastic::PatchTests> patches) {
  return std::make_unique<LatticeJob>(settings, seed, first, count, std::move(patches));
}

}  // namespace vitrum::study
