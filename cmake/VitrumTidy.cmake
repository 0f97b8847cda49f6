# Target `tidy`: clang-tidy over every source of the program, again only for what has changed.
find_program(CLANG_TIDY clang-tidy)
if(NOT CLANG_TIDY)
  add_custom_target(tidy COMMAND ${CMAKE_COMMAND} -E echo "clang-tidy is not installed" COMMAND false)
  return()
endif()
file(GLOB_RECURSE tidy_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.cpp ${PROJECT_SOURCE_DIR}/app/*.cpp)
file(GLOB_RECURSE tidy_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.h ${PROJECT_SOURCE_DIR}/app/*.h)
foreach(source ${tidy_sources})
  file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${source})
  string(REPLACE "/" "_" stamp ${name})
  set(stamp ${CMAKE_BINARY_DIR}/tidy/${stamp}.ok)
  # GCC's own flags mean nothing to clang; its warnings are not what is asked for here.
  add_custom_command(OUTPUT ${stamp}
    COMMAND ${CLANG_TIDY} --quiet -p ${CMAKE_BINARY_DIR} --extra-arg=-Wno-everything ${source}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${source} ${tidy_headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
    COMMENT "clang-tidy ${name}" VERBATIM)
  list(APPEND tidy_stamps ${stamp})
endforeach()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/tidy)
add_custom_target(tidy DEPENDS ${tidy_stamps})
