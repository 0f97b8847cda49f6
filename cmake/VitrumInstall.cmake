# What `cmake --install` puts where, and the Debian package that `cpack -G DEB` makes of it.
# Nothing is built for it: cmake --build --preset release --target vitrum vitrum_python comes first.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
install(TARGETS vitrum RUNTIME DESTINATION bin)
install(FILES docs/man/vitrum.1 DESTINATION share/man/man1)
# Where bash and zsh look for completions; Debian's zsh has a place of its own below /usr.
install(FILES completions/vitrum.bash DESTINATION share/bash-completion/completions RENAME vitrum)
install(CODE "
  if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
    set(vitrum_zsh share/zsh/vendor-completions)
  else()
    set(vitrum_zsh share/zsh/site-functions)
  endif()")
install(FILES completions/_vitrum DESTINATION "\${vitrum_zsh}")
install(FILES README.md CITATION.cff DESTINATION share/doc/vitrum)
install(FILES COPYING DESTINATION share/doc/vitrum RENAME copyright)
install(DIRECTORY docs DESTINATION share/doc/vitrum)
# The folder from which the paths in the studies count.
install(DIRECTORY studies data DESTINATION share/vitrum)

get_property(vitrum_python_files GLOBAL PROPERTY vitrum_python_files)
if(TARGET _vitrum)
  install(DIRECTORY examples/python DESTINATION share/vitrum/examples PATTERN __pycache__ EXCLUDE)
  # Where the Python of this prefix looks: Debian's own names below /usr and /usr/local, the usual one elsewhere.
  set(version ${Python_VERSION_MAJOR}.${Python_VERSION_MINOR})
  install(CODE "
    if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\")
      set(vitrum_python lib/python3/dist-packages/vitrum)
    elseif(CMAKE_INSTALL_PREFIX MATCHES \"/usr/local$\")
      set(vitrum_python lib/python${version}/dist-packages/vitrum)
    else()
      set(vitrum_python lib/python${version}/site-packages/vitrum)
    endif()")
  install(FILES ${vitrum_python_files} DESTINATION "\${vitrum_python}")
  install(TARGETS _vitrum LIBRARY DESTINATION "\${vitrum_python}")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vitrum)
set(CPACK_PACKAGE_CONTACT "The Vitrum developers <vitrum@invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "how glasses deform plastically, at three scales")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Vitrum measures and predicts how glasses deform plastically. The same
mechanical tests run on a simulated glass (atoms, quasi-static shear) and on
its elasto-plastic lattice model, and one page compares them, with errors.
Holds the program and a Python module.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(TARGET _vitrum)
  math(EXPR next "${Python_VERSION_MINOR} + 1")
  set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "python3 (>= ${version}), python3 (<< ${Python_VERSION_MAJOR}.${next}), python3-numpy")
  set(CPACK_DEBIAN_PACKAGE_SUGGESTS "python3-matplotlib, python3-h5py")
endif()
include(CPack)
