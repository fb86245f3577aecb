@echo off
rem Starts Amalgam: "amalgam" opens the designer, "amalgam help" lists the commands.
rem Set AMALGAM_JAVA_HOME to use a JDK 25 or later other than the one that the build chose.
setlocal
set "LIB=%~dp0..\lib"
set /p JDK=<"%LIB%\jdk"
if not exist "%JDK%\bin\java.exe" set "JDK=%JAVA_HOME%"
if defined AMALGAM_JAVA_HOME set "JDK=%AMALGAM_JAVA_HOME%"
if not exist "%JDK%\bin\java.exe" (
  echo amalgam: no JDK 25 or later at "%JDK%". Install one and set AMALGAM_JAVA_HOME to its folder. 1>&2
  exit /b 4
)
"%JDK%\bin\java.exe" "@%LIB%\jvm.options" "-Damalgam.lib=%LIB%" -cp "%LIB%\amalgam.jar" dev.amalgam.Main %*
exit /b %ERRORLEVEL%
