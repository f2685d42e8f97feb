@echo off
rem Sets everything up and runs every check of the project.
cd /d "%~dp0"
set "PYTHON=py -3"
where py >nul 2>nul || set "PYTHON=python"
%PYTHON% run_tests.py %*
pause
