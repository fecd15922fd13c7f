BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    . "$PSScriptRoot/TestFiles.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Uploads on their way' {
    BeforeEach {
        Reset-TestOrg
        $account = (New-SfRecord Account @{ Name = 'A' }).Id
    }

    It 'ThousandSmallFilesOfOddNames_GoUpInTenCallsAndComeBackByteForByte' {
        $odd = @('plain', 'quote "q" ''s''', [string]::new([char[]] (0x4E2D, 0x6587, 0xD83D, 0xDE00)), 'dots...', '../up', '..', 'CON', 'a/b\c', 'tab' + [char] 9, ' spaces ')
        $files = foreach ($i in 0..999) {
            [pscustomobject]@{ Name = "$($odd[$i % 10])$(if ($i % 3) { ".$i.txt" })"; Content = Get-Bytes @(0, 1, 17, 4000, 20000)[$i % 5] $i; Key = "$i" }
        }
        Clear-OrgRequest

        $results = @($files | Add-SfAttachment -ParentId $account)

        @(Get-OrgRequest).Count | Should -BeLessOrEqual 10
        $results.Count | Should -Be 1000
        $folder = New-Folder
        $saved = @($results | Save-SfAttachment -Destination $folder -PassThru)
        $saved.Count | Should -Be 1000
        $saved.DirectoryName | Select-Object -Unique | Should -Be $folder.FullName
        $sent = @($files | ForEach-Object { [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($_.Content)) } | Sort-Object)
        $back = @(Get-ChildItem $folder -Force | ForEach-Object { Get-FileHashText -Path $_.FullName.Replace('[', '`[') } | Sort-Object)
        Compare-Object $sent $back | Should -BeNullOrEmpty
        (Get-SfAttachment $account).Count | Should -Be 1000
    }

    It 'LargeFiles_GoOneByOneBesideTheSmallOnes' {
        $folder = New-Folder @{ 'big1.bin' = (Get-Bytes 3000000 1); 'big2.bin' = (Get-Bytes 1500000 2); 'small1.bin' = (Get-Bytes 10); 'small2.bin' = (Get-Bytes 20) }
        Clear-OrgRequest

        $results = Get-ChildItem $folder | Add-SfAttachment -ParentId $account

        $results.Count | Should -Be 4
        @(Get-Upload | Where-Object path -Like '*/sobjects/ContentVersion').Count | Should -Be 2
        @(Get-Upload | Where-Object path -Like '*/composite/sobjects').Count | Should -Be 1
        $saved = Get-SfAttachment $account | Save-SfAttachment -Destination (New-Folder) -PassThru
        foreach ($file in $saved) { Get-FileHashText $file.FullName | Should -Be (Get-FileHashText "$folder/$($file.Name)") }
    }

    It 'Bulk1_SplitsAttachmentsIntoZips' {
        $files = foreach ($i in 1..1200) { [pscustomobject]@{ Name = "n$i.txt"; Content = Get-Bytes ($i % 7) $i } }
        $files += foreach ($i in 1..3) { [pscustomobject]@{ Name = "big$i.bin"; Content = Get-Bytes 4000000 $i } }
        Clear-OrgRequest

        $results = @($files | Add-SfAttachment -ParentId $account -Classic -Api Bulk1)

        $results.Count | Should -Be 1203
        $results.JobId | Select-Object -Unique | Should -HaveCount 1
        $batches = @(Get-OrgRequest | Where-Object { $_.method -eq 'POST' -and $_.path -like '*/batch' })
        $batches.Count | Should -Be 3
        ($batches.requestBytes | Measure-Object -Maximum).Maximum | Should -BeLessThan 10000000
        foreach ($name in 'n6.txt', 'n7.txt', 'n1200.txt', 'big3.bin') {
            $body = $results | Where-Object Name -EQ $name | Save-SfAttachment -AsByteArray
            [Linq.Enumerable]::SequenceEqual([byte[]] $body, [byte[]] ($files | Where-Object Name -EQ $name).Content) | Should -BeTrue -Because $name
        }
    }

    It 'UploadWhoseAnswerIsLost_IsUnknownAndNotRepeated' {
        Set-OrgFault @{ match = 'POST /services/data/v68.0/sobjects/ContentVersion'; closeConnection = 'after' }

        Add-SfAttachment -Content ([byte[]] 1) -Name x.txt -ParentId $account -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $bad[0].FullyQualifiedErrorId | Should -BeLike 'OutcomeUnknown,*'
        @(Invoke-SfQuery 'SELECT Id FROM ContentVersion').Count | Should -Be 1
    }

    It 'BusyOrg_IsTriedAgainWithTheWholeFile' {
        $bytes = Get-Bytes 2000000
        Set-OrgFault @{ match = 'POST /services/data/v68.0/sobjects/ContentVersion'; status = 503; count = 2 }

        $result = Add-SfAttachment -Content ([IO.MemoryStream]::new($bytes)) -Name x.bin -ParentId $account

        [Linq.Enumerable]::SequenceEqual([byte[]] ($result | Save-SfAttachment -AsByteArray), $bytes) | Should -BeTrue
    }
}
