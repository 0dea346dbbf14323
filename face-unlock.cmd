@echo off
rem Runs Face Unlock from any folder: builds it on first use and whenever sources are newer than the build.
rem FACE_UNLOCK_JAVA_OPTS: further options for Java, such as -Xmx4g or -Dhttps.proxyHost=... or "-Dname=two words"
rem Names of folders may hold percent signs, ampersands and brackets: they stand in quotes, and are never read twice.
setlocal
set "ROOT=%~dp0"
set "LOCK=%ROOT%target\.building"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /i version') do (
    for /f "delims=." %%m in ("%%~v") do if not defined MAJOR set "MAJOR=%%m"
)
if not defined MAJOR goto nojava
if %MAJOR% LSS 17 goto oldjava

call :current && goto run
where mvn >nul 2>&1 && goto build
call :newest
if defined JAR (
    echo face-unlock: sources are newer than the build and Maven is missing; running the old build 1>&2
    goto run
)
echo face-unlock: Maven 3.8 or newer is needed to build it on first use; found no mvn on the PATH 1>&2
exit /b 1

:build
if not exist "%ROOT%target" mkdir "%ROOT%target"
set "WAITED="
:lock
mkdir "%LOCK%" 2>nul && goto locked
if not defined WAITED echo face-unlock: another start is building it; waiting (if none is, delete "%LOCK%") 1>&2
set "WAITED=yes"
ping -n 2 127.0.0.1 >nul
goto lock
:locked
call :current && goto unlock
echo face-unlock: building it (first use, or sources have changed) 1>&2
pushd "%ROOT%"
call mvn -q -B -Dmaven.test.skip=true package 1>&2
if errorlevel 1 goto failed
popd
call :newest
copy /b "%JAR%"+,, "%JAR%" >nul
:unlock
rmdir "%LOCK%"

:run
call :newest
chcp 65001 >nul
rem Java splits paths at ";" and takes "!/" for the end of a jar's name: another jar leads to this one.
if not "%JAR:;=%"=="%JAR%" call :pathing
if not "%JAR:!\=%"=="%JAR%" call :pathing
if not defined JAR exit /b 1
"%JAVA%" -Djava.awt.headless=true -Dface-unlock.terminal=true %FACE_UNLOCK_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:failed
popd
rmdir "%LOCK%"
echo face-unlock: the build failed, see above 1>&2
exit /b 1
:nojava
echo face-unlock: Java 17 or newer is needed; found none, looked at JAVA_HOME and PATH 1>&2
exit /b 1
:oldjava
echo face-unlock: Java 17 or newer is needed; "%JAVA%" is version %MAJOR%; set JAVA_HOME 1>&2
exit /b 1

rem Sets JAR to the newest build, or to nothing.
:newest
set "JAR="
set "NAME="
if not exist "%ROOT%target\lib" exit /b 0
pushd "%ROOT%target"
for /f "delims=" %%j in ('dir /b /o-d face-unlock-*.jar 2^>nul') do if not defined NAME set "NAME=%%j"
popd
if defined NAME set "JAR=%ROOT%target\%NAME%"
exit /b 0

rem Sets JAR to a jar that leads to it, or to nothing.
:pathing
set "JAR="
pushd "%ROOT%target"
for /f "delims=" %%j in ('call "%JAVA%" -cp %NAME% org.faceunlock.notebook.jupyter.PathingJar %NAME%') do set "JAR=%%j"
popd
exit /b 0

rem Succeeds when there is a build and no source is newer.
:current
call :newest
if not defined JAR exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:JAR).LastWriteTime; $newer = Get-ChildItem -LiteralPath ($env:ROOT + 'pom.xml'), ($env:ROOT + 'src\main') -Recurse | Where-Object { $_.LastWriteTime -gt $built }; if ($newer) { exit 1 }"
exit /b %ERRORLEVEL%
