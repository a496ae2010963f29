# Run by cpack between installing and packing: what Debian wants otherwise than `cmake --install`.
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)  # heeds SOURCE_DATE_EPOCH
foreach(part program library)
  set(share ${CPACK_TEMPORARY_DIRECTORY}/${part}/usr/share)
  set(name ${CPACK_DEBIAN_PROGRAM_PACKAGE_NAME})
  if(part STREQUAL library)
    set(name ${CPACK_DEBIAN_LIBRARY_PACKAGE_NAME})
    file(COPY ${CPACK_TEMPORARY_DIRECTORY}/program/usr/share/doc/listok/copyright
         DESTINATION ${share}/doc/${name})
  else()
    # The shell of Debian looks in a folder of its own.
    file(MAKE_DIRECTORY ${share}/zsh/vendor-completions)
    file(RENAME ${share}/zsh/site-functions/_listok ${share}/zsh/vendor-completions/_listok)
    file(REMOVE_RECURSE ${share}/zsh/site-functions)
    execute_process(COMMAND gzip -9n ${share}/man/man1/listok.1 COMMAND_ERROR_IS_FATAL ANY)
  endif()
  file(WRITE ${share}/doc/${name}/changelog
"listok (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * Made from its sources; CHANGELOG.md says what has changed.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
  execute_process(COMMAND gzip -9n ${share}/doc/${name}/changelog COMMAND_ERROR_IS_FATAL ANY)
endforeach()
