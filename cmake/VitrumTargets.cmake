# Flags and helpers shared by every target of the project.
find_program(CCACHE ccache)
if(CCACHE)
  # Paths relative to the project, so that another clone finds what this one has compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
    CCACHE_NOHASHDIR=true ${CCACHE})
endif()

add_library(vitrum_flags INTERFACE)
# Sums keep the order in which they are written: no -ffast-math, and a fused multiply-add only where
# the source asks for one.
target_compile_options(vitrum_flags INTERFACE -Wall -Wextra -Wconversion -Wpedantic -Werror -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Where files are compiled together (CMakePresets.json) a local name may hide that of another file.
  # GCC 12 sees overlaps in "text" + std::to_string(n) that are not there (its bug 105651).
  target_compile_options(vitrum_flags INTERFACE -Wshadow=$<IF:$<BOOL:${CMAKE_UNITY_BUILD}>,local,global> -Wno-restrict)
else()
  # Asked for by -Wconversion, as it is not by that of GCC.
  target_compile_options(vitrum_flags INTERFACE -Wno-sign-conversion)
endif()
# Threads belong to tasks: a matrix product must give the same bits on any number of them.
target_compile_definitions(vitrum_flags INTERFACE EIGEN_DONT_PARALLELIZE)
target_include_directories(vitrum_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(VITRUM_SANITIZE)
  # Null pointers are found by the address sanitizer too, and every processor that we know reads vectors from any
  # address; asked at each access, the two questions take a fifth of the compiler's time and half of the program's.
  target_compile_options(vitrum_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize=null,alignment -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  target_compile_definitions(vitrum_flags INTERFACE VITRUM_SANITIZED)
  target_link_options(vitrum_flags INTERFACE -fsanitize=address,undefined)
endif()
# With clang what runs is marked for libFuzzer, docs/testing.md.
if(VITRUM_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  set(VITRUM_FUZZ ON)
  target_compile_options(vitrum_flags INTERFACE -fsanitize=fuzzer-no-link)
else()
  set(VITRUM_FUZZ OFF)
endif()

# Sources that Highway includes in themselves, once for each kind of processor: no other file may stand beside them.
function(vitrum_find_alone out)
  set(alone)
  foreach(source ${ARGN})
    file(STRINGS ${source} found REGEX "hwy/foreach_target.h" LIMIT_COUNT 1)
    if(found)
      list(APPEND alone ${source})
    endif()
  endforeach()
  set(${out} ${alone} PARENT_SCOPE)
endfunction()

# The rooms also stand in the Python module, a shared library; with hidden names they are as fast as elsewhere.
function(vitrum_for_python target)
  if(VITRUM_PYTHON)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden
      VISIBILITY_INLINES_HIDDEN ON)
  endif()
endfunction()

# A room of the house: one library from all sources of its folder, linked to the rooms below it.
function(vitrum_room name)
  cmake_parse_arguments(ROOM "" "" "LINK;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources AND NOT name STREQUAL "base")
    add_library(vitrum_${name} INTERFACE)  # headers only
    target_link_libraries(vitrum_${name} INTERFACE vitrum_flags ${ROOM_LINK})
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY vitrum_rooms vitrum_${name})
  vitrum_find_alone(alone ${sources})
  set_source_files_properties(${alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_library(vitrum_${name} STATIC ${sources})
  vitrum_for_python(vitrum_${name})
  target_link_libraries(vitrum_${name} PUBLIC vitrum_flags ${ROOM_LINK} PRIVATE ${ROOM_PRIVATE})
  # The rooms that compute: with sanitizers everything else is compiled as fast as can be.
  if(VITRUM_SANITIZE AND name MATCHES "^(math|atomistic|elastoplastic|compare|seem)$")
    target_compile_options(vitrum_${name} PRIVATE -O2)
  endif()
endfunction()

# The tests of one folder: one program from all its *_test.cpp. Those named in RELEASE_ONLY are not run with
# sanitizers: they take long there, and others run the same code.
function(vitrum_tests name)
  cmake_parse_arguments(T "" "LABEL;ENVIRONMENT" "LINK;RELEASE_ONLY" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_link_libraries(test_${name} PRIVATE vitrum_flags ${T_LINK} GTest::gtest_main)
  if(NOT VITRUM_SANITIZE)
    target_compile_options(test_${name} PRIVATE -O1)  # time goes into the rooms, not into their tests
  endif()
  target_compile_definitions(test_${name} PRIVATE
    VITRUM_REFERENCE_DIR="${PROJECT_SOURCE_DIR}/tests/reference"
    VITRUM_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(T_ENVIRONMENT)
    set(environment ENVIRONMENT "${T_ENVIRONMENT}")
  endif()
  list(JOIN T_RELEASE_ONLY ":" release_only)
  gtest_discover_tests(test_${name} TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60 TEST_FILTER "-${release_only}"
    PROPERTIES ${environment} LABELS "${T_LABEL}")
  if(release_only)
    gtest_discover_tests(test_${name} TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60 TEST_FILTER "${release_only}"
      TEST_LIST test_${name}_release_only PROPERTIES ${environment} LABELS "release-only")
  endif()
endfunction()
