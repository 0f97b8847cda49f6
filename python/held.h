// Specimens that Python holds.
#pragma once

#include <pybind11/pybind11.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "base/error.h"
#include "rig/drive.h"
#include "rig/specimen.h"

namespace vitrum::python {

/// A specimen and what its record needs beside its history. Loading goes on without the GIL; meanwhile no
/// other thread may touch the specimen: it is told so.
class Held {
 public:
  Held(std::string model, std::int64_t sample) : model_(std::move(model)), sample_(sample) {}
  virtual ~Held() = default;
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

  /// Whether it may be touched now. @throws InputError when another thread loads it.
  void require_free() const {
    if (in_use_)
      throw InputError(
          "This specimen is being loaded by another thread, or by the call whose progress is told; wait "
          "until "
          "that is done, or take a copy() for each thread.");
  }
  rig::Specimen& free() {
    require_free();
    return specimen();
  }
  /// Makes it the caller's own until it is destroyed. To be made and destroyed with the GIL.
  class Use {
   public:
    explicit Use(Held& held) : held_(held) {
      held.require_free();
      held.in_use_ = true;
    }
    ~Use() { held_.in_use_ = false; }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

   private:
    Held& held_;
  };

  virtual rig::Specimen& specimen() = 0;
  virtual int dimension() const { return 2; }
  /// Whether its numbers are in eV and angstrom.
  virtual bool in_metal_units() const { return false; }
  virtual rig::Detection detection() const { return {}; }
  virtual void put_measures(Group& measures) const = 0;
  /// Another one in the same state, that goes on by itself.
  virtual std::shared_ptr<Held> copy() = 0;

  const std::string& model() const { return model_; }
  std::int64_t sample() const { return sample_; }

 private:
  std::string model_;
  std::int64_t sample_;
  bool in_use_ = false;
};

}  // namespace vitrum::python
