#include "study/task_origin.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "memory_sink.h"
#include "sum_tasks.h"

namespace vitrum::study {
namespace {

TEST(TaskOrigin, LinesAreToldApartByTheirWholeNames) {
  EXPECT_TRUE(same_but_for({"a"}, "a = 1\nb = 2\n", "b = 2\na = 3\n"));
  EXPECT_TRUE(same_but_for({"a"}, "b = 2\n", "a = 1\nb = 2\n"));
  EXPECT_FALSE(same_but_for({"a"}, "a = 1\nab = 2\n", "a = 1\nab = 3\n"));
  EXPECT_EQ(lines_of({"a", "c"}, "a = 1\nab = 2\nc = 3\n"), "a = 1\nc = 3\n");
  EXPECT_FALSE(same_but_for({}, "a = 1\n", "a = 2\n"));
}

TEST(TaskOrigin, WhatWasFoundMeanwhileIsNoOtherSetting) {
  Task task;
  task.name = "sum";
  task.made_from = "settings = 1\nfound = 2\n";
  task.found = {"found"};
  Group stored;
  stored.texts[origin_name] = task.made_from;
  EXPECT_TRUE(is_current(stored, task, "record"));
  stored.texts[origin_name] = "settings = 1\nfound = 3\n";
  EXPECT_FALSE(is_current(stored, task, "record"));
  stored.texts[origin_name] = "settings = 2\nfound = 2\n";
  EXPECT_THROW(is_current(stored, task, "record"), InputError);
}

}  // namespace
}  // namespace vitrum::study
