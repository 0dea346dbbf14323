@echo off
rem Runs Face Unlock from any folder: builds it on first use and whenever sources are newer than the build.
rem FACE_UNLOCK_JAVA_OPTS: further options for Java, such as -Xmx4g or -Dhttps.proxyHost=...
setlocal
set "ROOT=%~dp0"
set "LOCK=%ROOT%target\.building"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /i version') do (
    for /f "delims=." %%m in ("%%~v") do if not defined MAJOR set "MAJOR=%%m"
)
if not defined MAJOR (
    echo face-unlock: Java 17 or newer is needed; found none, looked at JAVA_HOME and PATH 1>&2
    exit /b 1
)
if %MAJOR% LSS 17 (
    echo face-unlock: Java 17 or newer is needed; %JAVA% is version %MAJOR%; set JAVA_HOME 1>&2
    exit /b 1
)

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
if not defined WAITED echo face-unlock: another start is building it; waiting (if none is, delete %LOCK%) 1>&2
set "WAITED=yes"
ping -n 2 127.0.0.1 >nul
goto lock
:locked
call :current && goto unlock
echo face-unlock: building it (first use, or sources have changed) 1>&2
call mvn -q -B -f "%ROOT%pom.xml" -Dmaven.test.skip=true package 1>&2
if errorlevel 1 (
    rmdir "%LOCK%"
    echo face-unlock: the build failed, see above 1>&2
    exit /b 1
)
call :newest
copy /b "%JAR%"+,, "%JAR%" >nul
:unlock
rmdir "%LOCK%"

:run
call :newest
chcp 65001 >nul
"%JAVA%" -Djava.awt.headless=true -Dface-unlock.terminal=true %FACE_UNLOCK_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Sets JAR to the newest build, or to nothing.
:newest
set "JAR="
for /f "delims=" %%j in ('dir /b /o-d "%ROOT%target\face-unlock-*.jar" 2^>nul') do (
    if not defined JAR set "JAR=%ROOT%target\%%j"
)
exit /b 0

rem Succeeds when there is a build and no source is newer.
:current
call :newest
if not defined JAR exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:JAR).LastWriteTime; $newer = Get-ChildItem -LiteralPath ($env:ROOT + 'pom.xml'), ($env:ROOT + 'src\main') -Recurse | Where-Object { $_.LastWriteTime -gt $built }; if ($newer) { exit 1 }"
exit /b %ERRORLEVEL%
