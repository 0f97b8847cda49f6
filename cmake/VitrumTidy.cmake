# Target `tidy`: clang-tidy over every source of the program, again only for what has changed.
# The sources of a room are read together, through a file that includes them all: alone, each spends most of its
# time on headers that all of them have.
find_program(CLANG_TIDY clang-tidy)
if(NOT CLANG_TIDY)
  add_custom_target(tidy COMMAND ${CMAKE_COMMAND} -E echo "clang-tidy is not installed" COMMAND false)
  return()
endif()
file(GLOB_RECURSE tidy_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.h ${PROJECT_SOURCE_DIR}/app/*.h
  ${PROJECT_SOURCE_DIR}/python/*.h)

# One run for these sources of the target.
function(vitrum_tidy target name)
  set(together ${CMAKE_BINARY_DIR}/tidy/${name}.cpp)
  list(TRANSFORM ARGN REPLACE "(.+)" "#include \"\\1\"\n" OUTPUT_VARIABLE includes)
  string(CONCAT includes ${includes})
  file(CONFIGURE OUTPUT ${together} CONTENT "${includes}" @ONLY)
  set(libraries "$<FILTER:$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>,INCLUDE,^/usr/(include/.|lib/)>")
  # The compiler's warnings are not what is asked for here.
  add_custom_command(OUTPUT ${together}.ok
    COMMAND ${CLANG_TIDY} --quiet --config-file=${PROJECT_SOURCE_DIR}/.clang-tidy ${together} --
      -std=c++${CMAKE_CXX_STANDARD} -Wno-everything ${OpenMP_CXX_FLAGS}
      -I${PROJECT_SOURCE_DIR} -I${PROJECT_SOURCE_DIR}/src
      "$<$<BOOL:${libraries}>:-isystem$<JOIN:${libraries},;-isystem>>"
      "-D$<JOIN:$<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>,;-D>"
    COMMAND ${CMAKE_COMMAND} -E touch ${together}.ok
    DEPENDS ${together} ${ARGN} ${tidy_headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
    COMMENT "clang-tidy ${name}" VERBATIM COMMAND_EXPAND_LISTS)
  set_property(GLOBAL APPEND PROPERTY tidy_stamps ${together}.ok)
endfunction()

get_property(rooms GLOBAL PROPERTY vitrum_rooms)
if(TARGET _vitrum)
  list(APPEND rooms _vitrum)
endif()
foreach(target ${rooms} vitrum)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "^${PROJECT_SOURCE_DIR}/(src|app|python)/")
  vitrum_find_alone(alone ${sources})
  list(REMOVE_ITEM sources ${alone})
  vitrum_tidy(${target} ${target} ${sources})
  foreach(source ${alone})
    get_filename_component(name ${source} NAME_WE)
    vitrum_tidy(${target} ${target}_${name} ${source})
  endforeach()
endforeach()
get_property(tidy_stamps GLOBAL PROPERTY tidy_stamps)
add_custom_target(tidy DEPENDS ${tidy_stamps})
