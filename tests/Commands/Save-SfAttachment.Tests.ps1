BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    . "$PSScriptRoot/TestFiles.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Save-SfAttachment' {
    BeforeEach {
        Reset-TestOrg
        $account = (New-SfRecord Account @{ Name = 'A' }).Id
    }

    It 'NameFromSalesforce_BecomesASafeOne' -ForEach @(
        @{ Name = '../../etc/passwd'; Saved = 'passwd' }
        @{ Name = 'a:b*?.txt'; Saved = 'a_b__.txt' }
        @{ Name = 'dots...'; Saved = 'dots' }
        @{ Name = 'com1.txt'; Saved = '_com1.txt' }
        @{ Name = '.gitignore'; Saved = '.gitignore' }
    ) {
        $folder = New-Folder
        $null = Add-SfAttachment -Content ([byte[]] 1) -Name $Name -ParentId $account -Classic

        $file = Get-SfAttachment $account | Save-SfAttachment -Destination $folder -PassThru

        $file | Should -BeOfType [IO.FileInfo]
        $file.FullName | Should -Be (Join-Path $folder.FullName $Saved)
        (Get-ChildItem $folder -Force -Recurse).Name | Should -Be $Saved
    }

    It 'NameThatIsTaken_GetsANumberUnlessForce' {
        $folder = New-Folder @{ 'x.txt' = [byte[]] 9 }
        1, 2 | ForEach-Object { $null = Add-SfAttachment -Content ([byte[]] $_) -Name x.txt -ParentId $account }

        Get-SfAttachment $account | Save-SfAttachment -Destination $folder
        (Get-ChildItem $folder).Name | Sort-Object | Should -Be 'x (1).txt', 'x (2).txt', 'x.txt'
        [IO.File]::ReadAllBytes("$folder/x.txt") | Should -Be 9

        Get-SfAttachment $account | Save-SfAttachment -Destination $folder -Force
        (Get-ChildItem $folder).Name | Sort-Object | Should -Be 'x (1).txt', 'x (2).txt', 'x.txt'
        [IO.File]::ReadAllBytes("$folder/x.txt")[0] | Should -BeIn 1, 2
    }

    It 'DownloadThatBreaks_GoesOnWhereItBroke' {
        $bytes = Get-Bytes 5000000
        $result = Add-SfAttachment -Content $bytes -Name x.bin -ParentId $account
        Set-OrgFault @{ match = 'VersionData'; closeConnection = 'during'; afterBytes = 2000000 }, @{ match = 'VersionData'; closeConnection = 'during'; afterBytes = 1000000 }
        Clear-OrgRequest

        $file = $result | Save-SfAttachment -Destination (New-Folder) -PassThru

        [Linq.Enumerable]::SequenceEqual([IO.File]::ReadAllBytes($file.FullName), $bytes) | Should -BeTrue
        $downloads = @(Get-OrgRequest | Where-Object path -Like '*/VersionData')
        $downloads.status | Should -Be 200, 206, 206
        $downloads[2].responseBytes | Should -BeLessThan 5000000
    }

    It 'DownloadThatAnEarlierRunBegan_IsTakenUp' {
        $bytes = Get-Bytes 3000000
        $result = Add-SfAttachment -Content $bytes -Name x.bin -ParentId $account
        $folder = New-Folder @{ ".$($result.Id).part" = $bytes[0..999999] }
        Clear-OrgRequest

        $file = $result | Save-SfAttachment -Destination $folder -PassThru

        [Linq.Enumerable]::SequenceEqual([IO.File]::ReadAllBytes($file.FullName), $bytes) | Should -BeTrue
        (Get-OrgRequest | Where-Object path -Like '*/VersionData').responseBytes | Should -Be 2000000
        (Get-ChildItem $folder -Force).Name | Should -Be x.bin
    }

    It 'WhatIsNotWhatSalesforceHas_IsAnErrorAndNoFile' {
        $result = Add-SfAttachment -Content (Get-Bytes 3000) -Name x.bin -ParentId $account
        $folder = New-Folder @{ ".$($result.Id).part" = [byte[]]::new(1000) }

        $result | Save-SfAttachment -Destination $folder -ErrorVariable bad -ErrorAction SilentlyContinue

        $bad[0].Exception.ErrorCode | Should -Be CHECKSUM_DIFFERS
        $bad[0].CategoryInfo.Category | Should -Be ProtocolError
        $bad[0].TargetObject.Id | Should -Be $result.Id
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
        ($result | Save-SfAttachment -Destination $folder -PassThru).Length | Should -Be 3000
    }

    It 'WhatIf_DownloadsNothing' {
        $result = Add-SfAttachment -Content ([byte[]] 1) -Name x.bin -ParentId $account
        $folder = Join-Path $TestDrive 'never'
        Clear-OrgRequest

        $result | Save-SfAttachment -Destination $folder -WhatIf

        Test-Path $folder | Should -BeFalse
        Get-OrgRequest | Where-Object path -Like '*VersionData' | Should -BeNullOrEmpty
    }

    It 'UnknownId_IsAnErrorWithItAsTarget' {
        Save-SfAttachment '069000000000000AAA' -AsByteArray -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad[0].FullyQualifiedErrorId | Should -BeLike 'AttachmentNotFound,*'
        $bad[0].TargetObject | Should -Be '069000000000000AAA'
    }
}
