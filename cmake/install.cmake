# What `cmake --install` puts next to the program: the library, the class for TeX, the docs, a bank.
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/listok)

install(FILES ${PROJECT_SOURCE_DIR}/emitter/include/listok/emitter.hpp
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/listok COMPONENT library)
install(FILES ${PROJECT_SOURCE_DIR}/emitter/base/diagnostic.hpp
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/listok/emitter/base COMPONENT library)
install(EXPORT listok NAMESPACE listok:: FILE listok-targets.cmake
        DESTINATION ${package} COMPONENT library)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/listok-config.cmake.in
                              listok-config.cmake INSTALL_DESTINATION ${package})
# Until 1.0 a minor version may change what a program sees.
write_basic_package_version_file(listok-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/listok-config.cmake
        ${CMAKE_CURRENT_BINARY_DIR}/listok-config-version.cmake
        DESTINATION ${package} COMPONENT library)

install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(DIRECTORY content/llm-interview content/looks content/sampler
        DESTINATION ${CMAKE_INSTALL_DOCDIR}/content)
# A tree of TeX: with it on its search path, \usepackage{listok} works in any folder.
install(FILES ${PROJECT_BINARY_DIR}/latex/class/listok.cls ${PROJECT_BINARY_DIR}/latex/class/listok.sty
        DESTINATION ${CMAKE_INSTALL_DATADIR}/texmf/tex/latex/listok)
