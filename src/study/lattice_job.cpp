#include "study/lattice_job.h"

#include "elastoplastic/lattice_specimen.h"
#include "rig/drive.h"
#include "study/results.h"

namespace vitrum::study {

namespace {

class LatticeJob : public Job {
 public:
  LatticeJob(const Lattice& settings, std::uint64_t seed, std::uint64_t first, std::uint64_t count)
      : settings_(settings), seed_(seed), first_(first), count_(count) {}

  bool finished() const override { return done_ == count_; }

  // One lattice from beginning to end.
  void advance() override {
    const std::uint64_t sample = first_ + done_;
    elastoplastic::LatticeSpecimen specimen(lattice_settings(), seed_, sample);
    rig::Program program = settings_.program;
    if (sample != 0) program.snapshots.clear();
    rig::Drive drive(specimen, program);
    while (!drive.finished()) drive.advance();
    SampleRecord record;
    record.model = "lattice";
    record.sample = static_cast<std::int64_t>(sample);
    record.history = drive.history();
    record.fields = drive.snapshots();
    records_.groups[std::to_string(done_)] = to_group(record);
    ++done_;
  }

  double progress() const override { return static_cast<double>(done_) / static_cast<double>(count_); }
  std::string doing() const override { return "shearing lattices"; }

  Group checkpoint() const override {
    Group out;
    out.put("done", static_cast<std::int64_t>(done_));
    out.groups["records"] = records_;
    return out;
  }
  void resume(const Group& checkpoint) override {
    done_ = static_cast<std::uint64_t>(checkpoint.integer("done"));
    records_ = checkpoint.group("records");
  }
  Group result() const override { return records_; }

 private:
  elastoplastic::LatticeSettings lattice_settings() const {
    elastoplastic::LatticeSettings out;
    out.columns = settings_.columns;
    out.rows = settings_.rows;
    out.mode = settings_.mode == Mode::mepls ? elastoplastic::Mode::mepls : elastoplastic::Mode::paper;
    out.element_length = settings_.element_length;
    out.slip_systems = settings_.slip_systems;
    out.threshold_shape = settings_.threshold_shape;
    out.threshold_scale = settings_.threshold_scale;
    out.amplitude_exponent = settings_.amplitude_exponent;
    out.shear_modulus = settings_.shear_modulus;
    out.bulk_modulus = settings_.bulk_modulus;
    return out;
  }

  Lattice settings_;
  std::uint64_t seed_, first_, count_;
  std::uint64_t done_ = 0;
  Group records_;
};

}  // namespace

std::unique_ptr<Job> lattice_job(const Lattice& settings, std::uint64_t seed, std::uint64_t first,
                                 std::uint64_t count) {
  return std::make_unique<LatticeJob>(settings, seed, first, count);
}

}  // namespace vitrum::study
