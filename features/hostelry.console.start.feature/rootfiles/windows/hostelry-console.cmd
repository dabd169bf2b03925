@echo off
rem Starts the window, with the engine inside. hostelry-console --help tells the options.
setlocal EnableDelayedExpansion
set "here=%~dp0"
set "properties="
:options
if "%~1"=="" goto java
if "%~1"=="--help" goto help
if "%~1"=="-h" goto help
set "property="
if "%~1"=="--home" set "property=hostelry.home"
if "%~1"=="--port" set "property=hostelry.port"
if "%~1"=="--libvirt" set "property=hostelry.libvirt"
if "%~1"=="--sim" set "property=hostelry.sim"
if "%~1"=="--engine" set "property=hostelry.engine"
if "!property!"=="" (
  echo hostelry-console: unknown option %~1>&2
  call :usage >&2
  exit /b 64
)
if "%~2"=="" (
  echo hostelry-console: %~1 needs a value; see --help>&2
  exit /b 64
)
set properties=!properties! "-D!property!=%~2"
shift
shift
goto options
:java
set "java="
if defined HOSTELRY_JAVA (
  set "java=%HOSTELRY_JAVA%"
  if exist "%HOSTELRY_JAVA%\bin\java.exe" set "java=%HOSTELRY_JAVA%\bin\java.exe"
) else if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  for %%j in (java.exe) do set "java=%%~$PATH:j"
)
set "version="
if defined java if exist "!java!" (
  for /f "tokens=3" %%v in ('""!java!" -version 2^>^&1" ^| findstr /i version') do set "version=%%~v"
)
for /f "delims=.-+" %%v in ("!version!") do set "major=%%v"
if not defined major set "major=0"
if !major! lss 21 (
  echo hostelry-console: no Java 21 or later in HOSTELRY_JAVA, JAVA_HOME or PATH ^(found: !version! !java!^). Install one, or set HOSTELRY_JAVA to it.>&2
  exit /b 69
)
for %%f in ("%here%plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%f"
"!java!" -Xmx1g -XX:+UseSerialGC -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 --enable-native-access=ALL-UNNAMED "-Dlogback.configurationFile=%here%logback.xml" "-Djava.util.logging.config.file=%here%logging.properties" "-Dosgi.instance.area=%LOCALAPPDATA%\hostelry\window" !properties! %HOSTELRY_OPTS% -jar "!launcher!"
exit /b %ERRORLEVEL%
:help
call :usage
exit /b 0
:usage
echo usage: hostelry-console [--home DIR] [--port N] [--libvirt URI] [--sim HOSTS:VMS] [--engine URL]
echo Starts the window, with the engine inside. Java 21 or later is taken from HOSTELRY_JAVA, JAVA_HOME or PATH.
exit /b 0
