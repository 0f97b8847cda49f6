# Writes the source revision into build_info.cpp; leaves the file alone when nothing changed.
set(VITRUM_COMMIT "")
execute_process(COMMAND git -C ${SOURCE} rev-parse --short=12 HEAD
  OUTPUT_VARIABLE VITRUM_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(VITRUM_COMMIT)
  execute_process(COMMAND git -C ${SOURCE} status --porcelain --untracked-files=no
    OUTPUT_VARIABLE changes OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(changes)
    string(APPEND VITRUM_COMMIT "+changes")
  endif()
endif()
configure_file(${IN} ${OUT} @ONLY)
