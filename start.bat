@echo off
rem Sets everything up and starts the program on the sample office.
cd /d "%~dp0"
set "PYTHON=py -3"
where py >nul 2>nul || set "PYTHON=python"
%PYTHON% start.py %*
if errorlevel 1 pause
