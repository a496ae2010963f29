# The Debian packages that scripts/package.sh makes: listok, and listok-dev with the library.
set(CPACK_PACKAGE_VENDOR "The listok developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "one-page sheets from banks of questions in Markdown")
set(CPACK_PACKAGE_CONTACT "The listok developers <listok@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
    GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_layout.cmake)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME listok)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION tex)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
get_property(packages GLOBAL PROPERTY LISTOK_DEBIAN_PACKAGES)
list(APPEND packages "libarchive13t64 | libarchive13")  # loaded when it is needed: of no shlibdeps
list(JOIN packages ", " CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS git)  # merges what you edited with what is new
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"listok turns a bank of questions, written in Markdown in Russian and English,
into LaTeX that may be edited by hand, and that LaTeX into PDFs: one question,
one page, never a line lost.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME listok-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
    "cmake, libfmt-dev, libmd4c-dev, libutf8proc-dev, libyaml-cpp-dev, pkg-config")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SUGGESTS listok)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
"This is the emitter of listok as a C++ library: it reads a bank of questions
and gives the LaTeX text of every sheet. One header, one static library, and
what find_package of CMake needs.")
include(CPack)
