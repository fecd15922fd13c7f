BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Answers of Invoke-SfApi in files' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
        $file = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'Content_IsWrittenToTheFile' {
        $null = New-SfRecord Account (1..1500 | ForEach-Object { @{ Name = "A$_" } })

        $result = Invoke-SfApi 'query?q=SELECT Name FROM Account' -OutFile $file

        $result | Should -BeOfType [IO.FileInfo]
        $result.FullName, $result.Length | Should -Be $file, (Get-Item $file).Length
        (Get-Content $file -Raw | ConvertFrom-Json).records | Should -HaveCount 1500
        Get-ChildItem $TestDrive -Filter '*.partial' | Should -BeNullOrEmpty
    }

    It 'FileThatExists_IsKeptWithoutForce' {
        Set-Content $file 'mine'

        Invoke-SfApi limits -OutFile $file -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -Be 'FileExists,SalesforcePS.Commands.InvokeSfApiCommand'
        $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ResourceExists', $file
        Get-Content $file | Should -Be 'mine'

        $null = Invoke-SfApi limits -OutFile $file -Force
        Get-Content $file -Raw | Should -BeLike '{*"DailyApiRequests":*'
    }

    It 'WhatIf_LeavesTheFileAlone' {
        Set-Content $file 'mine'

        Invoke-SfApi limits -OutFile $file -Force -WhatIf | Should -BeNullOrEmpty

        Get-Content $file | Should -Be 'mine'
    }

    It 'RefusedCall_LeavesNoFile' {
        Invoke-SfApi sobjects/Acount -OutFile $file -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
        Test-Path $file | Should -BeFalse
        Get-ChildItem $TestDrive -Filter '*.partial' | Should -BeNullOrEmpty
    }

    It 'FolderThatIsMissing_IsAnError' {
        $path = Join-Path $TestDrive 'none/a.json'

        Invoke-SfApi limits -OutFile $path -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -Be 'FileNotWritten,SalesforcePS.Commands.InvokeSfApiCommand'
        $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'WriteError', $path
    }
}
